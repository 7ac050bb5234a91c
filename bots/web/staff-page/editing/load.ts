import type { StaffApi } from '../api.ts';
import { definePage } from '../define-page.ts';
import { browserAddress } from '../page-address.ts';
import { createEditingClient } from './client.ts';
import { storedDrafts } from './drafts.ts';
import { MadoguchiEditing } from './editing.ts';
import type { EditingPorts } from './ports.ts';

/** Defines the page's element, with what it talks to. */
export function loadEditing(api: StaffApi): void {
  const ports: EditingPorts = {
    ...browserAddress,
    client: createEditingClient(api),
    drafts: storedDrafts(() => localStorage),
  };
  definePage(
    'madoguchi-editing',
    class extends MadoguchiEditing {
      constructor() {
        super(ports);
      }
    },
  );
}
