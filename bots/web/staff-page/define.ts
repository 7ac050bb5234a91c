import { MadoguchiDesk } from './desk.ts';
import { createDeskClient } from './desk-client.ts';
import { browserPorts } from './ports.ts';

const TAG = 'madoguchi-desk';

// The address of this script, so that the desk also works where the bot stands below a path.
const ports = browserPorts(createDeskClient(new URL('.', import.meta.url)));

class Desk extends MadoguchiDesk {
  constructor() {
    super(ports);
  }
}

if (!customElements.get(TAG)) customElements.define(TAG, Desk);
