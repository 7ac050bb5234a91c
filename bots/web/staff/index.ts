export type { OidcSettings, StaffPorts } from './ports.ts';
export { type SignedIn, type StaffAnswer, type StaffRequest, type StaffRoute, staffRoute } from './route.ts';
export { type DraftView, type EditingPorts, editingRoutes, type Preview } from './routes/editing.ts';
export { type FigurePorts, figureRoutes } from './routes/figures.ts';
export { lookupRoutes } from './routes/lookup.ts';
export { type ProposalPorts, proposalRoutes } from './routes/proposals.ts';
export { type QuestionPorts, questionRoutes, type Target as QuestionTarget } from './routes/questions.ts';
export { type TaskPorts, taskRoutes } from './routes/tasks.ts';
export { type VersionPorts, versionRoutes } from './routes/versions.ts';
