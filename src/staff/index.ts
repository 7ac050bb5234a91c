export {
  type ChangedAnswer,
  type Effect,
  effectInSteps,
  effectOf,
  isFine,
  type LabelledQuestion,
  labelledQuestion,
  learnedAsLabelled,
  questionsToTry,
} from './effect.ts';
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
