import { hasJapanese, normalise } from '../../text/index.ts';
import { type BigramIndex, buildBigramIndex, coverage, gramsOf, pairOf, type Term } from './bigram-index.ts';
import { foldKana, readTyped, type Typed, type Word } from './typed-text.ts';

/** A phrasing that completes what is being typed. */
export interface Suggestion {
  readonly text: string;
  readonly entry: string;
}

/** A phrasing with the forms in which it is found; kept with the models, because reading it takes the tokenizer. */
export interface IndexedPhrasing extends Suggestion {
  /** Its letters as written, the kana folded. */
  readonly written: string;
  /** Its reading, so that ほけんしょ finds 保険証; folded. */
  readonly kana: string;
  /** How much it is written like the texts of the desk, 0 to 1; slips, dialect and kana only are below 0.7. */
  readonly clarity: number;
}

/** Phrasings for a beginning, one an entry, the likeliest first; none for fewer than two characters. */
export type Suggester = (typed: string) => readonly Suggestion[];

const MOST = 8;

// Fitted on the even lines of test/prefixes.csv and on beginnings of labelled-questions.csv; half or double of each changes the
// mean reciprocal rank of the former by less than 0.01. The unit is the whole of what was typed.
/** For a phrasing that begins so. */
const BEGINS = 0.3;
/** For one that holds every word as it was typed. */
const HOLDS = 0.15;
/** Taken off for each e-fold of letters: a long story holds everything. */
const LENGTH = 0.15;
/** For the rest of the entry's phrasings: one that shares some words by chance has few others that do. */
const SUPPORT = 2;
/** An entry that covers less has nothing to do with it, nor one that covers less than this share of the best. */
const LEAST_COVER = 0.25;
const SHARE_OF_BEST = 0.6;

// Which phrasing of an entry is shown; set by eye, as every one of them leads to the same answer.
const SHOWN = { begins: 0.1, clarity: 1.2, length: 0.2, tooLong: 1 } as const;
/** Full-width letters that fit the list of the chat on a telephone, in two lines. */
const FITS = 40;

const NOT_WORDS = /[\s\p{P}\p{S}]+/u;

/** A phrasing with what does not change from one beginning to the next. */
interface Candidate extends IndexedPhrasing {
  readonly place: number;
  readonly japanese: boolean;
  /** In full-width letters. */
  readonly width: number;
}

/**
 * Reads every phrasing once; slow (each is tokenised), so done when the models are trained. `official` is what the desk
 * has written: the measure of clarity.
 */
export function indexPhrasings(
  phrasings: readonly Suggestion[],
  inKana: (text: string) => string,
  official: readonly string[],
): readonly IndexedPhrasing[] {
  const usual = new Set(official.flatMap(pairsOf));
  return phrasings.map(({ text, entry }) => {
    const pairs = pairsOf(text);
    return {
      text,
      entry,
      written: foldKana(normalise(text)),
      kana: foldKana(inKana(text)),
      clarity: pairs.filter((pair) => usual.has(pair)).length / Math.max(1, pairs.length),
    };
  });
}

/**
 * A suggester over phrasings, by the letters and the reading of what is typed; `inKana` reads typed kanji, so that 保健証
 * finds 保険証.
 */
export function createSuggester(
  phrasings: readonly IndexedPhrasing[],
  inKana: (text: string) => string,
): Suggester {
  const candidates = phrasings.map(candidateOf);
  const entries = [...Map.groupBy(candidates, ({ entry }) => entry).values()];
  const indices = {
    written: buildBigramIndex(phrasings.map(({ written }) => written)),
    kana: buildBigramIndex(phrasings.map(({ kana }) => kana)),
  };
  return (text) => {
    const typed = readTyped(text, inKana);
    if (typed === undefined) return [];
    const covers = coversOf(typed, candidates, indices);
    const least = Math.max(LEAST_COVER, SHARE_OF_BEST * covers.reduce((a, b) => Math.max(a, b), 0));
    const relevant = covers.map((cover) => (cover >= least ? cover : 0));
    return entries
      .filter((group) => group.some(({ place }) => relevant[place]! > 0))
      .map((group) => ({ group, score: scoreOf(group, typed, covers) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ group }) => clearest(group, typed, relevant));
  };
}

function candidateOf(phrasing: IndexedPhrasing, place: number): Candidate {
  const { length } = phrasing.written;
  const japanese = hasJapanese(phrasing.text);
  return { ...phrasing, place, japanese, width: Math.max(1, japanese ? length : length / 2) };
}

/** Pairs of letters within words, as they stand: what is folded for finding would hide the slips. */
function pairsOf(text: string): readonly string[] {
  return normalise(text)
    .split(NOT_WORDS)
    .flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)),
    );
}

/** How much of what is typed each phrasing has, by its letters or by its reading; nobody types kana to be answered in English. */
function coversOf(
  { words, next, latin }: Typed,
  candidates: readonly Candidate[],
  indices: Readonly<Record<keyof Word, BigramIndex>>,
): Float64Array {
  const coverBy = (form: keyof Word) => {
    const terms = termsOf(
      words.map((word) => word[form]),
      next,
    );
    return coverage(indices[form], terms);
  };
  const kana = coverBy('kana');
  return coverBy('written').map((written, place) =>
    latin || candidates[place]!.japanese ? Math.max(written, kana[place]!) : 0,
  );
}

/** The grams of all words; unfinished letters make one more of the last letter and each kana that may follow it. */
function termsOf(words: readonly string[], next: string): readonly Term[] {
  const last = words.at(-1)?.at(-1);
  const grams = words.flatMap(gramsOf).map((gram) => [gram]);
  return last === undefined || next === '' ? grams : [...grams, [...next].map((kana) => pairOf(last, kana))];
}

/** How likely an entry is meant: its best phrasing, and what the others have of it. */
function scoreOf(group: readonly Candidate[], typed: Typed, covers: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY;
  let squares = 0;
  for (const candidate of group) {
    const cover = covers[candidate.place]!;
    squares += cover ** 2;
    if (cover < LEAST_COVER) continue;
    const fit = (begins(candidate, typed) ? BEGINS : 0) + HOLDS * shareHeld(candidate, typed);
    best = Math.max(best, cover + fit - LENGTH * Math.log(candidate.width));
  }
  return best + SUPPORT * Math.sqrt(squares / group.length);
}

/** The phrasing of an entry to show: what was typed, in few and clear words; what is covered by chance counts for nothing. */
function clearest(group: readonly Candidate[], typed: Typed, relevant: Float64Array): Suggestion {
  const worth = (candidate: Candidate) =>
    relevant[candidate.place]! +
    (begins(candidate, typed) ? SHOWN.begins : 0) +
    SHOWN.clarity * candidate.clarity -
    SHOWN.length * Math.log(candidate.width) -
    (candidate.width > FITS ? SHOWN.tooLong : 0);
  // Who types English is shown Japanese only where it holds the same letters: DV, e-Tax.
  const readable = group.filter(({ japanese, place }) =>
    japanese ? typed.japanese || relevant[place]! > 0 : typed.latin,
  );
  const { text, entry } = readable.reduce((best, other) => (worth(other) > worth(best) ? other : best));
  return { text, entry };
}

function begins({ written, kana }: Candidate, { whole, next }: Typed): boolean {
  const goesOn = (form: string, beginning: string) =>
    next === ''
      ? form.startsWith(beginning)
      : [...next].some((following) => form.startsWith(beginning + following));
  return goesOn(written, whole.written) || goesOn(kana, whole.kana);
}

/** Share of the typed words that stand in a phrasing as they are, or are read so. */
function shareHeld({ written, kana }: Candidate, { words }: Typed): number {
  const held = words.filter((word) => written.includes(word.written) || kana.includes(word.kana));
  return held.length / words.length;
}
