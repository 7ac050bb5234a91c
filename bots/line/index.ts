export { createLineChannel, type LineChannel, type LineSettings } from './channel.ts';
export { renderReply } from './render/index.ts';
export type { LineTalk } from './respond.ts';
export { WEBHOOK_PATH } from './webhook.ts';
