// `buildWidget` has a door of its own, so that a server starts without esbuild.
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
export { type OidcSettings, type StaffPorts, type StaffRoute, staffRoute } from './staff/index.ts';
