import { type IsoDate, plainDate, toIso } from '../text/index.ts';
import type { TurnCount } from './figures.ts';

/** An entry that is asked about more than it used to be. */
export interface Rising {
  readonly entry: string;
  /** Questions of the last seven days. */
  readonly recent: number;
  /** How many there would be if all were as in the four weeks before. */
  readonly expected: number;
}

const RECENT_DAYS = 7;
const BEFORE_DAYS = 28;
/** Fewer say nothing. */
const LEAST = 5;
/** How far above the expected, in standard deviations of a count (its root), before it is no chance. */
const STANDARD_DEVIATIONS = 3;

/** The entries that rose until `today` (included), the steepest first. */
export function risingTopics(turns: readonly TurnCount[], today: IsoDate): readonly Rising[] {
  const daysBack = (days: number) => toIso(plainDate(today).subtract({ days }));
  const [begin, before] = [daysBack(RECENT_DAYS - 1), daysBack(RECENT_DAYS + BEFORE_DAYS - 1)];
  const byEntry = Map.groupBy(
    turns.filter(({ entry, day }) => entry !== null && day >= before && day <= today),
    ({ entry }) => entry!,
  );
  return [...byEntry]
    .map(([entry, counts]) => {
      const recent = total(counts.filter(({ day }) => day >= begin));
      const expected = ((total(counts) - recent) * RECENT_DAYS) / BEFORE_DAYS;
      return { entry, recent, expected };
    })
    .filter(({ recent, expected }) => recent >= LEAST && excess(recent, expected) >= STANDARD_DEVIATIONS)
    .sort((a, b) => excess(b.recent, b.expected) - excess(a.recent, a.expected));
}

/** A topic that was never asked about before is expected once, so that it does not rise without end. */
function excess(recent: number, expected: number): number {
  return (recent - expected) / Math.sqrt(Math.max(expected, 1));
}

function total(counts: readonly TurnCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
