export { type Counter, type CounterPorts, type CounterReport, createCounter } from './counter.ts';
export {
  ALL,
  type Card,
  type CardAction,
  type CardRequest,
  type CounterCommand,
  type CounterHome,
  type CounterView,
  type MissedLine,
  NATIONWIDE,
  type ShownAnswer,
} from './counter-view.ts';
export { type DateField, type DatesAnswer, type DatesRequest, type DatesView, datesView } from './dates.ts';
export {
  type CannedAnswer,
  createLookup,
  type Found,
  type Lookup,
  type LookupQuery,
  pasteText,
  type Search,
} from './lookup.ts';
export { type Action, LEAST_ROLE, may, ROLES, type Role } from './roles.ts';
export { createSearch } from './search.ts';
export { type OldAnswer, type StaleEntry, staleEntries } from './stale.ts';
