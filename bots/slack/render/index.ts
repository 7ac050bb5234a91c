// A door of its own: what renders needs none of Slack's libraries.
export { type Message, messageOf } from './message.ts';
