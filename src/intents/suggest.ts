import Fuse from 'fuse.js';
import { normalise, toHiragana } from '../text/index.ts';

/** A phrasing that completes what is being typed. */
export interface Suggestion {
  readonly text: string;
  readonly entry: string;
}

/** Phrasings for a beginning; none for fewer than two characters. */
export type Suggester = (typed: string) => readonly Suggestion[];

const SHORTEST = 2;
/** A longer beginning is cut: fuse.js takes seconds for a text of thousands. */
const LONGEST = 60;
const MOST = 8;
/** fuse.js distance above which a phrasing only looks similar. */
const FARTHEST = 0.35;

/** A suggester over phrasings; each is found as written and by its reading, so that ほけんしょ finds 保険証. */
export function createSuggester(
  phrasings: readonly Suggestion[],
  inKana: (text: string) => string,
): Suggester {
  const documents = phrasings.map(({ text, entry }) => ({
    text,
    entry,
    written: toHiragana(normalise(text)),
    kana: inKana(text),
  }));
  const fuse = new Fuse(documents, {
    keys: ['written', 'kana'],
    threshold: FARTHEST,
    ignoreLocation: true,
    includeScore: true,
  });
  return (typed) => {
    const query = toHiragana(normalise(typed)).slice(0, LONGEST);
    if (query.length < SHORTEST) return [];
    const begins = documents.filter(
      ({ written, kana: reading }) => written.startsWith(query) || reading.startsWith(query),
    );
    const found = new Map<string, Suggestion>();
    // 一つの項目からは一つだけ出す。同じ答えに行く候補が並んでも役に立たないため
    for (const { text, entry } of [...begins, ...fuse.search(query, { limit: 60 }).map(({ item }) => item)]) {
      if (!found.has(entry)) found.set(entry, { text, entry });
    }
    return [...found.values()].slice(0, MOST);
  };
}
