import type { StaffApi } from '../api.ts';
import { definePage } from '../define-page.ts';
import { browserAddress } from '../page-address.ts';
import { createProposalsClient } from './model.ts';
import { MadoguchiProposals } from './proposals.ts';

/** Defines the page's element, with what it talks to. */
export function loadProposals(api: StaffApi): void {
  definePage(
    'madoguchi-proposals',
    class extends MadoguchiProposals {
      constructor() {
        super(createProposalsClient(api), browserAddress);
      }
    },
  );
}
