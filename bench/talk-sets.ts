import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { TurnResult } from '../src/conversation/index.ts';
import type { Match } from '../src/intents/index.ts';

/** A question about two entries, as in test/two-topics.csv. */
export interface TwoTopics {
  readonly text: string;
  readonly first: string;
  readonly second: string;
}

/** What is typed after an entry was answered, as in test/follow-ups.csv. */
export interface FollowUp {
  readonly previous: string;
  readonly text: string;
  /** Entries that are right, or `none` (thanks and the like) or `out-of-scope`. */
  readonly expected: readonly string[];
}

/** `offered`: the right entry among others; `half`: one of two; `dragged`: taken for a question about the entry before. */
export type TalkVerdict = 'right' | 'offered' | 'half' | 'unknown' | 'wrong' | 'dragged';

function rowsOf(file: string): readonly Record<string, string>[] {
  return parse(readFileSync(join(import.meta.dirname, '../test', file), 'utf8'), { columns: true });
}

export function readTwoTopics(): readonly TwoTopics[] {
  return rowsOf('two-topics.csv').map(({ text = '', first = '', second = '' }) => ({ text, first, second }));
}

export function readFollowUps(): readonly FollowUp[] {
  return rowsOf('follow-ups.csv').map(({ previous = '', text = '', expected = '' }) => ({
    previous,
    text,
    expected: expected.split('|'),
  }));
}

/** Right where both are offered before anything else. */
export function verdictOnTwoTopics(match: Match, { first, second }: TwoTopics): TalkVerdict {
  switch (match.decision) {
    case 'answer':
      return match.entry === first || match.entry === second ? 'half' : 'wrong';
    case 'choose': {
      const found = [first, second].filter((entry) => match.offered.includes(entry)).length;
      if (found === 2) return match.isTwofold ? 'right' : 'offered';
      return found === 1 ? 'half' : 'wrong';
    }
    case 'menu':
      return 'wrong';
    case 'unknown':
      return 'unknown';
  }
}

export function verdictOnFollowUp(
  { decision, entry, reply }: TurnResult,
  { previous, expected }: FollowUp,
): TalkVerdict {
  const isOwn =
    expected[0] === 'none' ? decision === 'menu' : expected[0] === 'out-of-scope' && decision === 'unknown';
  if (isOwn || (entry !== null && expected.includes(entry))) return 'right';
  if (entry === previous) return 'dragged';
  if (decision === 'unknown') return 'unknown';
  const offered = JSON.stringify(reply.parts.filter(({ kind }) => kind === 'choices'));
  return decision === 'choose' && expected.some((id) => offered.includes(`"entry:${id}"`))
    ? 'offered'
    : 'wrong';
}
