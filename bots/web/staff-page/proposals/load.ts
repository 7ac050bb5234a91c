import type { StaffApi } from '../api.ts';
import { browserAddress } from '../page-address.ts';
import { createProposalsClient } from './model.ts';
import { MadoguchiProposals } from './proposals.ts';

const NAME = 'madoguchi-proposals';

/** Defines the page's element, with what it talks to. */
export function loadProposals(api: StaffApi): void {
  const page = class extends MadoguchiProposals {
    constructor() {
      super(createProposalsClient(api), browserAddress);
    }
  };
  if (!customElements.get(NAME)) customElements.define(NAME, page);
}
