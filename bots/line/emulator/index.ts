export { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts';
export { FAULT_KINDS, type FaultKind, type FaultOrder, type FaultSettings } from './faults.ts';
export type { Delivery } from './message-api.ts';
export { createLineStandIn, type LineStandIn, type LineStandInOptions } from './stand-in.ts';
export { type Violation, violationsOf, violationsOfMessages, violationsOfRichMenu } from './validate.ts';
export {
  createWebhooks,
  idOf,
  type Mention,
  post,
  redelivered,
  type Source,
  sign,
  talkOf,
  type WebhookEvent,
  type WebhookOptions,
  type Webhooks,
  type WebhookTarget,
} from './webhooks.ts';
