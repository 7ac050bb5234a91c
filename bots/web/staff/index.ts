export type { OidcSettings, StaffPorts } from './ports.ts';
export { type SignedIn, type StaffAnswer, type StaffRequest, type StaffRoute, staffRoute } from './route.ts';
export { type FigurePorts, figureRoutes } from './routes/figures.ts';
export { lookupRoutes } from './routes/lookup.ts';
export { type QuestionPorts, questionRoutes, type Target as QuestionTarget } from './routes/questions.ts';
