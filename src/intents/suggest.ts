import Fuse from 'fuse.js';
import { normalise, toHiragana } from '../text/index.ts';

/** A phrasing that completes what is being typed. */
export interface Suggestion {
  readonly text: string;
  readonly entry: string;
}

/** A phrasing with the forms in which it is found. */
export interface IndexedPhrasing extends Suggestion {
  /** As written, its katakana as hiragana. */
  readonly written: string;
  /** Its reading, so that ほけんしょ finds 保険証. */
  readonly kana: string;
}

/** Phrasings for a beginning; none for fewer than two characters. */
export type Suggester = (typed: string) => readonly Suggestion[];

const SHORTEST = 2;
/** A longer beginning is cut: fuse.js takes seconds for a text of thousands. */
const LONGEST = 60;
const MOST = 8;
/** With fewer entries found by their letters, fuse.js looks for misspelt ones; it takes a tenth of a second. */
const ENOUGH = 3;
/** fuse.js distance above which a phrasing only looks similar. */
const FARTHEST = 0.35;

/** Reads every phrasing once; slow (each is tokenised), so done when the models are trained. */
export function indexPhrasings(
  phrasings: readonly Suggestion[],
  inKana: (text: string) => string,
): readonly IndexedPhrasing[] {
  return phrasings.map(({ text, entry }) => ({
    text,
    entry,
    written: toHiragana(normalise(text)),
    kana: inKana(text),
  }));
}

/** A suggester over phrasings: those that begin so, then those that hold it, then those that look like it. */
export function createSuggester(phrasings: readonly IndexedPhrasing[]): Suggester {
  const fuse = new Fuse(phrasings, { keys: ['written', 'kana'], threshold: FARTHEST, ignoreLocation: true });
  return (typed) => {
    const query = toHiragana(normalise(typed)).slice(0, LONGEST);
    if (query.length < SHORTEST) return [];
    const begins = phrasings.filter(
      ({ written, kana }) => written.startsWith(query) || kana.startsWith(query),
    );
    const holds = phrasings.filter(({ written, kana }) => written.includes(query) || kana.includes(query));
    const exact = onePerEntry([...begins, ...holds]);
    if (exact.length >= ENOUGH) return exact.slice(0, MOST);
    const similar = fuse.search(query, { limit: 60 }).map(({ item }) => item);
    return onePerEntry([...exact, ...similar]).slice(0, MOST);
  };
}

/** One phrasing of each entry: several that lead to the same answer are no help. */
function onePerEntry(phrasings: readonly Suggestion[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { text, entry } of phrasings) if (!found.has(entry)) found.set(entry, { text, entry });
  return [...found.values()];
}
