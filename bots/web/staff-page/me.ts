import type { Action, Role } from '../../../src/staff/index.ts';
import type { Answered, StaffApi } from './api.ts';

/** Who is signed in, and what their role allows. */
export interface Me {
  readonly name: string;
  readonly role: Role;
  readonly may: readonly Action[];
}

export function readMe(api: StaffApi): Promise<Answered<Me>> {
  return api.get('me');
}
