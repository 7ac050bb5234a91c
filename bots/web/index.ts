export { buildWidget } from './build-widget.ts';
export { createServer, type Suggestion, type WebPorts } from './server.ts';
