export {
  type LocalFile,
  type Pull,
  type Push,
  planPull,
  planPush,
  pushed,
  type Stopped,
  type SyncPorts,
} from './file-sync.ts';
export {
  type CannedAnswer,
  createLookup,
  type Found,
  type Lookup,
  type LookupQuery,
  pasteText,
  type Search,
} from './lookup.ts';
export {
  createPublishing,
  type Edit,
  type Moment,
  type Publishing,
  type PublishingPorts,
  type Reason,
  type Refused,
  type Review,
} from './publishing.ts';
export {
  createRevise,
  type FindFaults,
  lintErrors,
  type Merge,
  type Revise,
  type Revising,
  type Revision,
} from './revision.ts';
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
