import { ngrams } from './features.ts';
import type { Matcher } from './matcher.ts';

/** A learned question that works against the phrasings of an entry. */
export interface Pull {
  /** Place of the question in the list. */
  readonly question: number;
  /** The entry that the phrasings speak for. */
  readonly from: string;
  /** A phrasing of `from` that is now taken for a question about the learned question's entry. */
  readonly phrasing: string | undefined;
}

interface Assigned {
  readonly question: string;
  readonly entry: string;
}

/**
 * The learned questions that pull: those that the phrasings alone would clearly answer by another entry, and those that
 * have drawn another entry's phrasing to theirs. `before` was trained without the learned questions, `after` with them.
 */
export function findPulls(
  topics: readonly { readonly id: string; readonly phrasings: readonly string[] }[],
  learned: readonly Assigned[],
  before: Matcher,
  after: Matcher,
): readonly Pull[] {
  const contradicting = learned.flatMap(({ question: text, entry }, question) => {
    const match = before(text);
    return match.decision === 'answer' && match.entry !== entry
      ? [{ question, from: match.entry, phrasing: undefined }]
      : [];
  });
  const drawn = topics.flatMap(({ id, phrasings }) =>
    phrasings.flatMap((phrasing) => {
      const taker = bestOf(after, phrasing);
      if (taker === id || bestOf(before, phrasing) !== id) return [];
      const question = nearest(phrasing, learned, taker);
      return question === undefined ? [] : [{ question, from: id, phrasing }];
    }),
  );
  return [...contradicting, ...drawn];
}

const bestOf = (match: Matcher, text: string) => match(text).candidates[0]?.entry;

/** The learned question of `entry` that shares most pairs of characters with a text. */
function nearest(text: string, learned: readonly Assigned[], entry: string | undefined): number | undefined {
  const pairs = new Set(ngrams(text, 2));
  const shared = learned.map((one) =>
    one.entry === entry ? ngrams(one.question, 2).filter((pair) => pairs.has(pair)).length : -1,
  );
  const most = Math.max(-1, ...shared);
  return most < 0 ? undefined : shared.indexOf(most);
}
