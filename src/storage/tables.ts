import type { Generated } from 'kysely';
import type { MissedReason, Settlement } from '../staff/index.ts';

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
  readonly health: { readonly id: number; readonly at: number };
  /** The migrations that were made. */
  readonly migrations: { readonly version: number; readonly name: string };
}
