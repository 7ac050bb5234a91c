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
export {
  type Count,
  type Counted,
  type CountedInput,
  type CountedTurn,
  countOf,
  leavesNoTrace,
  tallied,
} from './counting.ts';
export { type DateField, type DatesAnswer, type DatesRequest, type DatesView, datesView } from './dates.ts';
export type { Described, DescribedConflict } from './described.ts';
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
  createKnowledgeTexts,
  type Faults,
  type KnowledgeTexts,
  lintErrors,
  type Revising,
  type Revision,
  type Rewriting,
  withEntry,
} from './knowledge-texts.ts';
export {
  answerOn,
  type CannedAnswer,
  createLookup,
  type Found,
  type Lookup,
  type LookupQuery,
  type Search,
} from './lookup.ts';
export { MISSED_REASONS, type MissedQuestion, type MissedReason, type Settlement } from './missed.ts';
export { createFindNearest, type FindNearest, type Known, questionKey } from './near-duplicates.ts';
export {
  accountName,
  createPasswords,
  generatePassword,
  PASSWORD_LENGTH,
  type Passwords,
  passwordFault,
} from './passwords.ts';
export { pasteText } from './paste-text.ts';
export { createPublishing } from './publishing/create.ts';
export type {
  Draft,
  Edit,
  Moment,
  Publishing,
  PublishingPorts,
  Reason,
  Refused,
  Review,
} from './publishing/publishing.ts';
export { type Rising, risingTopics } from './rising.ts';
export { claimsThatCount, type RoleRule, readRoleRules, roleOf } from './role-rules.ts';
export { type Action, LEAST_ROLE, may, ROLES, type Role } from './roles.ts';
export { isSamePerson } from './same-person.ts';
export { createSampler, mondayOf, type Offer } from './sampler.ts';
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
export { type OldAnswer, type StaleEntry, staleEntries } from './stale.ts';
export {
  citingEntries,
  type NewTask,
  openReport,
  type StaffReport,
  sourceTask,
  type TaskOpener,
} from './tasks.ts';
export { type Fixed, type TimeToFix, timeToFix } from './time-to-fix.ts';
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
