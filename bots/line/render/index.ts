export { renderReply } from './messages.ts';
export type { LineRendering } from './rendering.ts';
