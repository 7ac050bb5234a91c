import type { ConversationState } from '../conversation/index.ts';
import type { LearnedQuestion } from '../knowledge/index.ts';
import type { KnowledgeVersions, MissedQuestion, Proposals } from '../staff/index.ts';
import type { StaffAccounts } from './accounts.ts';
import type { AuditLog } from './audit.ts';
import type { Figures } from './figures.ts';
import type { MissedQuestions } from './missed.ts';
import type { AnswerSamples } from './samples.ts';
import type { SeenEvents } from './seen.ts';
import type { StaffSessions } from './sessions.ts';
import type { WatchedSources } from './sources.ts';
import type { StaffTasks } from './tasks.ts';

/** Milliseconds since 1970; the clock is always the caller's. */
export type Millis = number;

/** An event of a channel, as it is put into the inbox before anything is done about it. */
export interface NewEvent {
  /** The channel's own id of the event; the same id is never stored twice. */
  readonly id: string;
  /** A keyed hash of the person (and group); never an id of the channel. */
  readonly conversation: string;
  /** Events of one lane are handled one after the other, the oldest first. */
  readonly lane: string;
  /** The channel's id of the message, by which it can be unsent. */
  readonly message: string | null;
  /** When it happened, as the channel says. */
  readonly occurredAt: Millis;
  /** What the channel needs to handle it, sealed by the channel; erased as soon as the event is done. */
  readonly payload: string;
}

/** An event under a lease: until `dueAt` nobody else handles it. */
export interface LeasedEvent extends NewEvent {
  /** 1 for the first time that it is handled. */
  readonly attempt: number;
  /** An earlier attempt ended without a word on whether its effects arrived: its process died, or the network failed. */
  readonly isInDoubt: boolean;
  /** Proof of the lease; a finish or release without the present one changes nothing. */
  readonly lease: string;
}

/** What is written together with the end of an event, in one transaction. */
export interface Effects {
  /** A word for what was done, e.g. `replied`; kept with the event's id to tell what became of it. */
  readonly outcome: string;
  readonly conversation?: {
    readonly state: ConversationState;
    /** The version that `state` was worked out from; 0 where there was none. */
    readonly version: number;
    readonly expiresAt: Millis;
  };
  /** Erases what is stored of the event's conversation: state, waiting events, log, missed questions and feedback. */
  readonly eraseConversation?: true;
  /** Erases what is stored of one message of the event's conversation: waiting event, log, missed question. */
  readonly eraseMessage?: string;
  /** Erases the questions of the event's conversation that are kept for staff. */
  readonly eraseQuestions?: true;
  readonly question?: LoggedQuestion;
  /** Questions for staff; `message` is the channel's id of the message that was typed. */
  readonly missed?: readonly (MissedQuestion & { readonly message: string | null })[];
}

/**
 * `done`: everything was written. `conflict`: another event changed the conversation meanwhile, and nothing was written.
 * `lost`: the lease is over or the event was erased, and nothing was written.
 */
export type Finish = 'done' | 'conflict' | 'lost';

/** Why an attempt ended before its event was done. */
export interface Failure {
  /** A kind, never a text of a resident. */
  readonly error: string;
  /** Certainly nothing of the attempt has reached anybody. */
  readonly isHarmless: boolean;
}

/** An event that was given up, as staff see it; nothing of what it says. */
export interface DeadEvent {
  readonly id: string;
  readonly occurredAt: Millis;
  readonly attempts: number;
  /** The kind of the last failure. */
  readonly error: string | null;
}

/** How often an event is tried before it is given up. */
export const MOST_ATTEMPTS = 5;

/** Events on their way from a channel to an answer, each handled once. */
export interface Inbox {
  /** Stores events that are not there yet, durably; resolves to how many were new. */
  add(events: readonly NewEvent[], now: Millis): Promise<number>;
  /**
   * Takes up to `limit` due events, the oldest of each free lane, until `now + leaseMs`; events of expired leases too.
   * One that has been tried `MOST_ATTEMPTS` times is given up instead.
   */
  claim(request: {
    readonly now: Millis;
    readonly leaseMs: number;
    readonly limit: number;
  }): Promise<readonly LeasedEvent[]>;
  /** Ends an event with its effects and erases its payload, all in one transaction. */
  finish(event: LeasedEvent, effects: Effects, now: Millis): Promise<Finish>;
  /** Gives an event back to be tried again at `dueAt`, or gives it up after `MOST_ATTEMPTS`. */
  release(event: LeasedEvent, dueAt: Millis, failure: Failure): Promise<void>;
  /** Gives an event up at once, where trying again cannot help. */
  giveUp(event: LeasedEvent, failure: Failure, now: Millis): Promise<void>;
  /** Gives an untried lease back at once, as a stopping process does; does not count as an attempt. */
  putBack(event: LeasedEvent): Promise<void>;
  /** The events that were given up, the newest first, at most 100. */
  dead(): Promise<readonly DeadEvent[]>;
  /** Puts a dead event back at attempt 0; false where there is none of this id. */
  retry(id: string, now: Millis): Promise<boolean>;
  /** Events by state, and how often each outcome was reached. */
  counts(): Promise<InboxCounts>;
}

export interface InboxCounts {
  readonly pending: number;
  readonly done: number;
  readonly dead: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/** A conversation's state with the version that a save must name. */
export interface StoredConversation {
  readonly state: ConversationState;
  readonly version: number;
}

/** Conversations by key. `answered`, which holds personal dates, is never stored. */
export interface Conversations {
  /** Undefined where it is unknown, expired, or in a form that is no longer understood. */
  load(key: string, now: Millis): Promise<StoredConversation | undefined>;
  /** Saves over `version` (0: none yet, or expired); false where somebody else saved first, and then nothing is written. */
  save(
    key: string,
    next: { state: ConversationState; version: number; expiresAt: Millis },
    now: Millis,
  ): Promise<boolean>;
  erase(key: string): Promise<void>;
}

/** A question as it is kept for staff where the log is switched on: redacted, and never one of a sensitive entry. */
export interface LoggedQuestion {
  readonly channel: string;
  /** Redacted. */
  readonly text: string;
  readonly insurer: string | null;
  readonly decision: string;
  readonly entry: string | null;
  /** The channel's id of the message, so that unsending erases it. */
  readonly message: string | null;
}

export interface QuestionLog {
  add(question: LoggedQuestion, conversation: string, now: Millis): Promise<void>;
  /** The newest first. */
  list(limit: number): Promise<readonly (LoggedQuestion & { readonly at: Millis })[]>;
  erase(conversation: string): Promise<void>;
}

/** What a resident said of an answer. */
export interface GivenFeedback {
  readonly channel: string;
  readonly entry: string;
  readonly insurer: string | null;
  readonly helpful: boolean;
  /** Redacted. */
  readonly comment: string | null;
}

export interface FeedbackStore {
  /** One opinion a conversation and entry: a later one goes over it, and a comment stays where the later one has none. */
  add(feedback: GivenFeedback, conversation: string, now: Millis): Promise<void>;
  /** The newest first. */
  list(limit: number): Promise<readonly (GivenFeedback & { readonly at: Millis })[]>;
}

/** Questions that staff have assigned to entries or put out of scope, as in learned-questions.yaml. */
export interface LearnedQuestions {
  /** Assigns a question, or assigns it anew. */
  put(question: LearnedQuestion): Promise<void>;
  /** False where it was not there. */
  remove(question: string): Promise<boolean>;
  /** All of them, in the order in which they were first assigned. */
  all(): Promise<readonly LearnedQuestion[]>;
  /** Goes up with every change, in the transaction of the change; cheap enough to be asked each second. */
  revision(): Promise<number>;
}

/** Everything that outlives a process. Any method rejects with `StoreUnavailable` while the database cannot be used. */
export interface Store {
  readonly inbox: Inbox;
  readonly conversations: Conversations;
  readonly questions: QuestionLog;
  readonly feedback: FeedbackStore;
  readonly learned: LearnedQuestions;
  readonly samples: AnswerSamples;
  readonly sources: WatchedSources;
  readonly tasks: StaffTasks;
  readonly accounts: StaffAccounts;
  readonly sessions: StaffSessions;
  readonly audit: AuditLog;
  readonly versions: KnowledgeVersions;
  readonly proposals: Proposals;
  readonly missed: MissedQuestions;
  readonly figures: Figures;
  readonly seen: SeenEvents;
  /** Writes and reads a row; rejects with `StoreUnavailable` where that does not work. */
  check(now: Millis): Promise<void>;
  /**
   * Deletes expired conversations and sessions, done and seen events older than `keepMs.done`, dead ones older than `keepMs.dead`, and log
   * lines, feedback, missed questions and samples older than `keepMs.log`.
   */
  prune(
    now: Millis,
    keepMs: { readonly done: number; readonly dead: number; readonly log: number },
  ): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be used now: it is gone, full, locked or refuses. It may come back. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
