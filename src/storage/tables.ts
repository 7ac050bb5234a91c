import type { Generated } from 'kysely';
import type { MissedReason, ProposalState, Role, Settlement } from '../staff/index.ts';
import type { IsoDate } from '../text/index.ts';

/** What becomes of an event: it waits (perhaps under a lease), it was handled or erased, or it was given up. */
export type EventState = 'pending' | 'done' | 'dead';

/** The tables; times are milliseconds since 1970, JSON is text, booleans are 0 or 1, on either engine. */
export interface Tables {
  readonly conversations: {
    readonly key: string;
    readonly state: string;
    readonly version: number;
    readonly expires_at: number;
  };
  /** A done event keeps its id, time and outcome only; everything else is null then. */
  readonly inbox: {
    readonly id: string;
    readonly state: EventState;
    readonly conversation: string | null;
    readonly lane: string | null;
    readonly message: string | null;
    readonly occurred_at: number | null;
    readonly payload: string | null;
    readonly attempts: number;
    /** Attempts of which it is not certain that they had no effect, the present one among them. */
    readonly doubts: number;
    /** From when it may be claimed: the end of its lease or of its backoff. */
    readonly due_at: number | null;
    readonly lease: string | null;
    readonly error: string | null;
    readonly outcome: string | null;
    /** When it became done or dead. */
    readonly ended_at: number | null;
  };
  readonly learned_questions: {
    readonly id: Generated<number>;
    readonly question: string;
    readonly entry: string;
    readonly assigned_by: string;
    readonly assigned_on: string;
    readonly source: string;
  };
  /** One row: how often the learned questions were changed. */
  readonly learned_revision: { readonly id: number; readonly number: number };
  readonly question_log: {
    readonly id: Generated<number>;
    readonly at: number;
    readonly conversation: string;
    readonly message: string | null;
    readonly channel: string;
    readonly text: string;
    readonly insurer: string | null;
    readonly decision: string;
    readonly entry: string | null;
  };
  readonly feedback: {
    readonly id: Generated<number>;
    readonly at: number;
    readonly conversation: string;
    readonly channel: string;
    readonly entry: string;
    readonly insurer: string | null;
    readonly helpful: number;
    readonly comment: string | null;
  };
  /** A random sample of each week's answers. Of an old one only who judged it how is left. */
  readonly answer_samples: {
    readonly id: Generated<number>;
    /** The Monday on which it began. */
    readonly week: IsoDate;
    readonly lot: number;
    readonly conversation: string | null;
    readonly message: string | null;
    readonly channel: string;
    readonly text: string | null;
    readonly insurer: string | null;
    readonly entry: string;
    readonly verdict: 'right' | 'wrong' | 'unclear' | null;
    readonly judged_by: string | null;
    readonly judged_at: number | null;
  };
  /** The pages of documents as they were last seen. */
  readonly watched_sources: {
    readonly document: string;
    readonly url: string;
    /** Null with `reader` and `seen_at` until the page was read once. */
    readonly hash: string | null;
    readonly reader: number | null;
    readonly updated: string | null;
    readonly updated_by: string | null;
    readonly etag: string | null;
    readonly last_modified: string | null;
    readonly seen_at: number | null;
    readonly is_gone: number;
    readonly failures: number;
    readonly checked_at: number;
  };
  /** One row: from when the next round of checks may begin. */
  readonly source_rounds: { readonly id: number; readonly due_at: number };
  readonly staff_tasks: {
    readonly id: Generated<number>;
    /** A hash of what makes two tasks the same; unique among the open ones. */
    readonly same: string;
    readonly kind: string;
    readonly document: string | null;
    /** JSON, a list of ids. */
    readonly entries: string;
    readonly note: string;
    readonly opened_at: number;
    readonly closed_at: number | null;
    readonly closed_by: string | null;
  };
  readonly staff_accounts: {
    readonly name: string;
    readonly role: Role;
    /** A hash with its salt and parameters. */
    readonly password: string;
    readonly added_at: number;
    /** Passwords that were tried since the last right one, within the time of a lock. */
    readonly tries: number;
    readonly tried_at: number;
  };
  /** A session's id is the SHA-256 of its token. */
  readonly staff_sessions: {
    readonly id: string;
    readonly kind: 'local' | 'oidc';
    readonly name: string;
    readonly claims: string;
    readonly used_at: number;
    readonly ends_at: number;
  };
  readonly staff_audit: {
    readonly id: Generated<number>;
    readonly at: number;
    readonly who: string;
    readonly action: string;
    readonly subject: string;
    readonly why: string | null;
  };
  /** The texts of knowledge bases are packed. */
  readonly knowledge_versions: {
    readonly number: number;
    readonly packed: string;
    readonly published_by: string;
    readonly approved_by: string | null;
    readonly why: string;
    readonly at: number;
    readonly returned_to: number | null;
  };
  readonly proposals: {
    readonly id: Generated<number>;
    readonly base: number;
    readonly packed: string;
    readonly proposed_by: string;
    readonly why: string;
    readonly at: number;
    /** Ids, as JSON. */
    readonly entries: string;
    readonly state: ProposalState;
    readonly decided_by: string | null;
    readonly decided_why: string | null;
    readonly decided_at: number | null;
    readonly version: number | null;
  };
  /** Missed questions that ask nearly the same. What staff did about them outlives the questions. */
  readonly missed_groups: {
    readonly id: Generated<number>;
    readonly first_at: number;
    readonly settled: Settlement['kind'] | null;
    /** The entry or the out-of-scope group. */
    readonly settled_as: string | null;
    readonly settled_by: string | null;
    readonly settled_at: number | null;
  };
  readonly missed_questions: {
    readonly id: Generated<number>;
    readonly group_id: number;
    readonly at: number;
    readonly conversation: string;
    readonly message: string | null;
    readonly channel: string;
    readonly text: string;
    readonly insurer: string | null;
    readonly reason: MissedReason;
    readonly entry: string | null;
  };
  /** Numbers without persons. An empty text or an hour of -1 stands for null, so that one row is one thing counted. */
  readonly figures: {
    readonly day: string;
    readonly hour: number;
    readonly channel: string;
    readonly insurer: string;
    readonly input: string;
    readonly decision: string;
    readonly entry: string;
    readonly count: number;
  };
  /** One row, written and read to see that the database works. */
  readonly seen_events: { readonly id: string; readonly at: number };
  readonly health: { readonly id: number; readonly at: number };
  /** The migrations that were made. */
  readonly migrations: { readonly version: number; readonly name: string };
}
