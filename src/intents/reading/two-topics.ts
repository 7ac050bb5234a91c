import { asks } from './asking.ts';
import { bareClause, lettersOf, listsOn, saysAlso } from './clauses.ts';

/** The entry that a clause is about, with its probability. */
export interface ClauseReading {
  readonly entry: string;
  readonly chance: number;
}

/** Reads a clause as it stands, and in the light of the entry that an earlier one is about; undefined for none. */
export interface ClauseReader {
  readonly alone: (clause: string) => ClauseReading | undefined;
  readonly after: (clause: string, previous: string) => ClauseReading | undefined;
}

/** Longer texts tell a story around one question, and reading each of their clauses would take too long. */
const LONGEST = 85;
const FEWEST_LETTERS = 4;
/** From here a clause is clear enough for the next to lean on it. */
const LEANED_ON = 0.7;
/**
 * From these probabilities two clauses are about two things: joined by それと, 「…のと、」 and the like, or both asking.
 * Fitted on the even lines of test/two-topics.csv so that at most 2 of 1,000 questions of labelled-questions.csv become a choice.
 */
const CLEAR_WHERE_JOINED = 0.8;
const CLEAR_WHERE_BOTH_ASK = 0.98;

/** The entries of the first two clauses that clearly ask two things, or undefined. */
export function twoTopics(
  text: string,
  clauses: readonly string[],
  reader: ClauseReader,
): readonly [string, string] | undefined {
  if (clauses.length < 2 || text.length > LONGEST) return undefined;
  const known = new Map<number, ClauseReading | undefined>();
  let previous: string | undefined;
  const readingOf = (i: number) => {
    if (known.has(i)) return known.get(i);
    const reading = read(bareClause(clauses[i]!), previous, reader);
    known.set(i, reading);
    if (reading && reading.chance >= LEANED_ON) previous = reading.entry;
    return reading;
  };
  for (let second = 1; second < clauses.length; second++) {
    for (let first = 0; first < second; first++) {
      const least = leastChance(clauses, first, second);
      if (least === undefined) continue;
      const one = readingOf(first);
      if (!one || one.chance < least) continue;
      const other = readingOf(second);
      if (other && other.chance >= least && other.entry !== one.entry) return [one.entry, other.entry];
    }
  }
  return undefined;
}

/** The likelier reading of a clause: the second of two often leaves out what the first was about. */
function read(clause: string, previous: string | undefined, reader: ClauseReader): ClauseReading | undefined {
  if (lettersOf(clause) < FEWEST_LETTERS) return undefined;
  const alone = reader.alone(clause);
  if (previous === undefined || (alone && alone.chance >= CLEAR_WHERE_BOTH_ASK)) return alone;
  const after = reader.after(clause, previous);
  return after && after.chance > (alone?.chance ?? 0) ? after : alone;
}

/** How clear two clauses must be to count as two questions; undefined where nothing says that they are two. */
function leastChance(clauses: readonly string[], first: number, second: number): number | undefined {
  const isJoined = listsOn(clauses[first]!) || clauses.slice(first + 1, second + 1).some(saysAlso);
  if (isJoined) return CLEAR_WHERE_JOINED;
  return asks(clauses[first]!) && asks(clauses[second]!) ? CLEAR_WHERE_BOTH_ASK : undefined;
}
