import type { StaffApi } from '../api.ts';
import { definePage } from '../define-page.ts';
import { browserAddress } from '../page-address.ts';
import { MadoguchiHistory } from './history.ts';
import { createHistoryClient } from './model.ts';

/** Defines the page's element, with what it talks to. */
export function loadHistory(api: StaffApi): void {
  definePage(
    'madoguchi-history',
    class extends MadoguchiHistory {
      constructor() {
        super(createHistoryClient(api), browserAddress);
      }
    },
  );
}
