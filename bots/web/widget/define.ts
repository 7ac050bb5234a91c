import { MadoguchiChat } from './chat.ts';

// A page may load the script twice, from two of its building blocks.
if (!customElements.get('madoguchi-chat')) customElements.define('madoguchi-chat', MadoguchiChat);
