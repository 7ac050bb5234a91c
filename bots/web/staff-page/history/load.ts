import type { StaffApi } from '../api.ts';
import { browserAddress } from '../page-address.ts';
import { MadoguchiHistory } from './history.ts';
import { createHistoryClient } from './model.ts';

const NAME = 'madoguchi-history';

/** Defines the page's element, with what it talks to. */
export function loadHistory(api: StaffApi): void {
  const page = class extends MadoguchiHistory {
    constructor() {
      super(createHistoryClient(api), browserAddress);
    }
  };
  if (!customElements.get(NAME)) customElements.define(NAME, page);
}
