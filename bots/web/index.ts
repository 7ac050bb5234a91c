// `buildWidget` has a door of its own, so that a server starts without esbuild.
export { createMetrics, type Metrics } from './metrics.ts';
export type {
  Feedback,
  MenuCategory,
  NamedInsurer,
  OpeningStatus,
  Suggestion,
  WebPorts,
  WebSettings,
} from './ports.ts';
export { createServer } from './server.ts';
