import {
  hasJapanese,
  lexiconTerms,
  normalise,
  romajiToKana,
  type Token,
  type Tokenizer,
  toHiragana,
  toKatakana,
} from '../text/index.ts';
import { keysOf, tellingTokens } from './keys.ts';
import { type SynonymIndex, synonymFinder } from './synonyms.ts';

/** What the matcher looks at in an utterance or a phrasing. */
export interface Analysis {
  /** Normalised, without spaces and punctuation. */
  readonly text: string;
  /** The whole text in katakana, as far as IPADIC can read it. */
  readonly reading: string;
  readonly keys: readonly string[];
  /** In katakana, of the words behind the keys. */
  readonly readings: readonly string[];
  readonly synonyms: readonly string[];
  /** Stems of Latin words. */
  readonly stems: readonly string[];
  /** Japanese script, or romaji that was read as such. */
  readonly japanese: boolean;
}

export interface Analyser {
  readonly analyse: (text: string) => Analysis;
  /** The same text as somebody would write it who types kana only. */
  readonly inKana: (text: string) => string;
}

const NOT_WORDS = /[\s\p{P}\p{S}]+/gu;
const ENGLISH_STOP = new Set(
  'a an the i my me is are am was do does did to of for in on at it this that can will would if and or be have has you your with please'.split(
    ' ',
  ),
);

/** A word without its commonest English endings; enough to make "cards" and "card" one. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(ies|ing|ed|es|s|ation|ion)$/, '') : word;
}

/** The katakana of all words together, as far as IPADIC can read them. */
export function readingOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => token.reading || toKatakana(token.surface))
    .join('')
    .replace(NOT_WORDS, '');
}

export function createAnalyser(tokenise: Tokenizer, synonyms: SynonymIndex): Analyser {
  const findSynonyms = synonymFinder(synonyms);
  const japaneseOf = (raw: string): string => {
    const text = normalise(raw);
    return hasJapanese(text) ? text : (romajiToKana(text) ?? text);
  };
  return {
    inKana: (raw) => toHiragana(readingOf(tokenise(japaneseOf(raw)))),
    analyse: (raw) => {
      const text = japaneseOf(raw);
      const tokens = tokenise(text);
      const reading = readingOf(tokens);
      const latin = text.match(/[a-z][a-z']+/g) ?? [];
      return {
        text: text.replace(NOT_WORDS, ''),
        reading,
        keys: [...keysOf(tokens), ...lexiconTerms(text)],
        readings: tellingTokens(tokens).flatMap(({ reading }) => (reading === '' ? [] : [reading])),
        synonyms: findSynonyms(text, reading),
        stems: latin.filter((word) => !ENGLISH_STOP.has(word)).map(stem),
        japanese: hasJapanese(text),
      };
    },
  };
}

/** The same analyser with a memory of the last texts, for learning, where one text is looked at several times. */
export function remembering({ analyse, inKana }: Analyser, most = Number.POSITIVE_INFINITY): Analyser {
  const remember = <T>(work: (text: string) => T) => {
    const known = new Map<string, T>();
    return (text: string): T => {
      if (!known.has(text)) known.set(text, work(text));
      const result = known.get(text)!;
      if (known.size > most) known.delete(known.keys().next().value!);
      return result;
    };
  };
  return { analyse: remember(analyse), inKana: remember(inKana) };
}

/**
 * The same analyser, remembering the text of the turn in hand only: safety and matching look at it one after the other.
 * A turn is synchronous, so once it is over nothing that was typed is kept.
 */
export function rememberingLast({ analyse, inKana }: Analyser): Analyser {
  let last: { readonly text: string; readonly analysis: Analysis } | undefined;
  return {
    inKana,
    analyse: (text) => {
      if (last?.text === text) return last.analysis;
      const analysis = analyse(text);
      last = { text, analysis };
      queueMicrotask(() => {
        last = undefined;
      });
      return analysis;
    },
  };
}
