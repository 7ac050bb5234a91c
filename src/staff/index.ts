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
export { createSampler, mondayOf, type Offer } from './sampler.ts';
export { createSearch } from './search.ts';
