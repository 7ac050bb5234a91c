export { createLineChannel, type LineChannel, type LineSettings } from './channel.ts';
export type { LineTalk } from './respond.ts';
export { WEBHOOK_PATH } from './webhook.ts';
