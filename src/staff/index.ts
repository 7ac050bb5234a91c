export {
  type Audit,
  type Dimension,
  type Figures,
  figuresBy,
  figuresOf,
  type OpinionCount,
  rightShare,
  type Share,
  shareOf,
  type TurnCount,
} from './figures.ts';
export {
  answerOn,
  type CannedAnswer,
  createLookup,
  type Found,
  type Lookup,
  type LookupQuery,
  pasteText,
  type Search,
} from './lookup.ts';
export { type Rising, risingTopics } from './rising.ts';
export { type Action, LEAST_ROLE, may, ROLES, type Role } from './roles.ts';
export { createSampler, mondayOf, type Offer } from './sampler.ts';
export { createSearch } from './search.ts';
export { type Fixed, type TimeToFix, timeToFix } from './time-to-fix.ts';
