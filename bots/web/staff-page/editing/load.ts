import type { StaffApi } from '../api.ts';
import { browserAddress } from '../page-address.ts';
import { createEditingClient } from './client.ts';
import { storedDrafts } from './drafts.ts';
import { MadoguchiEditing } from './editing.ts';
import type { EditingPorts } from './ports.ts';

const NAME = 'madoguchi-editing';

/** Defines the page's element, with what it talks to. */
export function loadEditing(api: StaffApi): void {
  const ports: EditingPorts = {
    ...browserAddress,
    client: createEditingClient(api),
    drafts: storedDrafts(() => localStorage),
  };
  const page = class extends MadoguchiEditing {
    constructor() {
      super(ports);
    }
  };
  if (!customElements.get(NAME)) customElements.define(NAME, page);
}
