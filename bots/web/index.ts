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
export {
  type DraftView,
  type EditingPorts,
  editingRoutes,
  type FigurePorts,
  figureRoutes,
  lookupRoutes,
  type OidcSettings,
  type Preview,
  type ProposalPorts,
  proposalRoutes,
  type QuestionPorts,
  type QuestionTarget,
  questionRoutes,
  type StaffPorts,
  type StaffRoute,
  staffRoute,
  type TaskPorts,
  taskRoutes,
  type VersionPorts,
  versionRoutes,
} from './staff/index.ts';
