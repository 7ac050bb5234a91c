export type { OidcSettings, StaffPorts } from './ports.ts';
export { type SignedIn, type StaffAnswer, type StaffRequest, type StaffRoute, staffRoute } from './route.ts';
