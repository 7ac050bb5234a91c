export type { Figures } from './figures.ts';
export { DatabaseTooNew } from './migrations.ts';
export type { MissedGroup, MissedQuestions, SettledGroup } from './missed.ts';
export { DEFAULT_DATABASE, openStore } from './open-store.ts';
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
