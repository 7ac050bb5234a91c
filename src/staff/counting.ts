import type { Decision, TurnResult } from '../conversation/index.ts';
import { type IsoDate, isoDate } from '../text/index.ts';

/** What became of a turn, or what a resident said of an answer. */
export type Counted = Decision | 'helpful' | 'not-helpful';

/** How the resident came to it: a question or answer that was typed, a button, or the buttons below an answer. */
export type CountedInput = 'typed' | 'pressed' | 'feedback';

/** A number of like turns in an hour; nothing of it leads to a person. */
export interface Count {
  /** In Asia/Tokyo. */
  readonly day: IsoDate;
  /** 0 to 23 in Asia/Tokyo; null for what is sensitive. */
  readonly hour: number | null;
  readonly channel: string;
  readonly insurer: string | null;
  readonly input: CountedInput;
  readonly decision: Counted;
  readonly entry: string | null;
  /** Below 0 where a count is taken back. */
  readonly count: number;
}

/** One turn as a channel counts it. */
export interface CountedTurn extends Pick<Count, 'channel' | 'insurer' | 'input' | 'decision' | 'entry'> {
  /** About violence, or an emergency: counted by its day alone. */
  readonly isSensitive: boolean;
}

const HOUR = 3_600_000;
/** Japan has no summer time. */
const TOKYO_AHEAD = 9 * HOUR;

/** A count of one for a turn at that time, in milliseconds since 1970; `times` is -1 to take one back. */
export function countOf(turn: CountedTurn, at: number, times = 1): Count {
  const { channel, insurer, input, decision, entry } = turn;
  const tokyo = new Date(at + TOKYO_AHEAD);
  const day = isoDate(tokyo.toISOString().slice(0, 10))!;
  return turn.isSensitive
    ? { day, hour: null, channel, insurer: null, input, decision, entry: null, count: times }
    : { day, hour: tokyo.getUTCHours(), channel, insurer, input, decision, entry, count: times };
}

/** Adds counts of the same thing up; those that come to nothing are left out. */
export function tallied(counts: readonly Count[]): readonly Count[] {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const { count: times, ...what } = count;
    const key = JSON.stringify(Object.entries(what).toSorted());
    sums.set(key, { ...count, count: times + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].filter(({ count }) => count !== 0);
}

/** Whether a turn must leave nothing but a number: an emergency, a My Number, violence, be that answered or offered. */
export function leavesNoTrace({ decision, reply }: Pick<TurnResult, 'decision' | 'reply'>): boolean {
  return decision === 'safety' || reply.isSensitive === true;
}
