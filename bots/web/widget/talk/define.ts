import { MadoguchiTalk } from './talk.ts';

if (!customElements.get('madoguchi-talk')) customElements.define('madoguchi-talk', MadoguchiTalk);
