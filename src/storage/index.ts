export { LOCK_MS, MOST_TRIES, type StaffAccount, type StaffAccounts, type Trial } from './accounts.ts';
export type { AuditLine, AuditLog } from './audit.ts';
export type { Figures } from './figures.ts';
export { DatabaseTooNew } from './migrations.ts';
export type { MissedGroup, MissedQuestions, SettledGroup } from './missed.ts';
export { DEFAULT_DATABASE, openStore } from './open-store.ts';
export {
  type AnsweredQuestion,
  type AnswerSamples,
  type JudgedWeek,
  type Lot,
  SAMPLE_SIZE,
  type Sample,
  type Verdict,
} from './samples.ts';
export type { FoundSession, SessionHolder, StaffSessions } from './sessions.ts';
export type { WatchedSources } from './sources.ts';
export {
  type Conversations,
  type DeadEvent,
  type Effects,
  type Failure,
  type FeedbackStore,
  type Finish,
  type GivenFeedback,
  type Inbox,
  type InboxCounts,
  type LearnedQuestions,
  type LeasedEvent,
  type LoggedQuestion,
  type Millis,
  MOST_ATTEMPTS,
  type NewEvent,
  type QuestionLog,
  type Store,
  type StoredConversation,
  StoreUnavailable,
} from './store.ts';
export type { StaffTask, StaffTasks } from './tasks.ts';
