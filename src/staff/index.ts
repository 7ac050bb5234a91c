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
export type { UpdateDate } from './source-date.ts';
export { readPage, type Seen, type SentPage } from './source-page.ts';
export {
  type Checking,
  conditionsOf,
  type Failure,
  type Moved,
  type SourceFinding,
  TELL_AFTER,
  type Visit,
  type WatchedSource,
  watchSource,
} from './source-watch.ts';
export {
  citingEntries,
  type NewTask,
  openReport,
  type StaffReport,
  sourceTask,
  type TaskOpener,
} from './tasks.ts';
