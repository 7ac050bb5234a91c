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
export { isSamePerson } from './same-person.ts';
export { createSearch } from './search.ts';
export type {
  Decided,
  Decision,
  KnowledgeVersions,
  NewProposal,
  NewVersion,
  Proposal,
  ProposalLine,
  ProposalState,
  Proposals,
  Published,
  Version,
  VersionLine,
} from './versions.ts';
