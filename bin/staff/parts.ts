import type { Knowledge } from '../../src/knowledge/index.ts';
import type { Store } from '../../src/storage/index.ts';
import type { Live } from '../live.ts';

/** What the staff's API is put together from. */
export interface StaffParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** Undefined until questions can be understood. */
  live(): Live | undefined;
}
