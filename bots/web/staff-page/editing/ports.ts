import type { PageAddress } from '../page-address.ts';
import type { EditingClient } from './client.ts';
import type { DraftStore } from './drafts.ts';

/** All that the page takes from the browser around it. */
export interface EditingPorts extends PageAddress {
  readonly client: EditingClient;
  readonly drafts: DraftStore;
}
