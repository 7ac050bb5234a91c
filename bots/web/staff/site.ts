import type { WebPorts } from '../ports.ts';
import type { SendPage } from './frame.ts';
import type { StaffPorts } from './ports.ts';
import type { SessionKeeper } from './session.ts';

/** What the parts of the staff's pages share. */
export interface StaffSite {
  readonly web: WebPorts;
  readonly staff: StaffPorts;
  readonly keeper: SessionKeeper;
  readonly send: SendPage;
  /** Of PUBLIC_URL, where it is known. */
  readonly publicOrigin: string | undefined;
}
