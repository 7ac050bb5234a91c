import type { EditingClient } from './client.ts';
import type { DraftStore } from './drafts.ts';

/** All that the page takes from the browser around it. */
export interface EditingPorts {
  readonly client: EditingClient;
  readonly drafts: DraftStore;
  /** The query of the page's address. */
  readonly search: () => string;
  /** Puts another query into it, without a new step in the history. */
  replaceSearch(search: string): void;
}
