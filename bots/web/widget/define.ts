import { browserPorts } from './browser.ts';
import { MadoguchiChat } from './chat.ts';
import { embed, TAG } from './embed.ts';

// The address of this script, so that the chat also works below a path and on another host's page.
const script = new URL(import.meta.url);
const ports = browserPorts(new URL('.', script));

class Chat extends MadoguchiChat {
  constructor() {
    super(ports);
  }
}

// A page may load the script twice, from two of its building blocks.
if (!customElements.get(TAG)) customElements.define(TAG, Chat);
embed(document, script);
