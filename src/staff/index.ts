export {
  type Count,
  type Counted,
  type CountedInput,
  type CountedTurn,
  countOf,
  leavesNoTrace,
  tallied,
} from './counting.ts';
export {
  type CannedAnswer,
  createLookup,
  type Found,
  type Lookup,
  type LookupQuery,
  pasteText,
  type Search,
} from './lookup.ts';
export { MISSED_REASONS, type MissedQuestion, type MissedReason, type Settlement } from './missed.ts';
export { createFindNearest, type FindNearest, type Known, questionKey } from './near-duplicates.ts';
export { type Action, LEAST_ROLE, may, ROLES, type Role } from './roles.ts';
export { createSearch } from './search.ts';
