import { MadoguchiChat } from './chat.ts';
import { MadoguchiTalk } from './talk/talk.ts';

// A page may load the script twice, from two of its building blocks.
if (!customElements.get('madoguchi-talk')) customElements.define('madoguchi-talk', MadoguchiTalk);
if (!customElements.get('madoguchi-chat')) customElements.define('madoguchi-chat', MadoguchiChat);
