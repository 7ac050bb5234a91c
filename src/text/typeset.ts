import { hasJapanese } from './kana.ts';
import { loadReadings, type Run } from './readings.ts';
import type { Token, Tokenizer } from './tokenise.ts';
import { loadPhraseFinder } from './typeset-breaks.ts';
import { read } from './typeset-furigana.ts';
import { BASE_MARK, BREAK_MARK, END_MARK, READING_MARK, withoutMarks } from './typeset-marks.ts';
import type { Span } from './typeset-numbers.ts';

/** Adds the readings of kanji and the places where a line may break, as marks within the text. */
export type Typesetter = (text: string) => string;

/** Texts that are remembered: all of a knowledge base, with room for what has dates in it. */
const MOST_TEXTS = 4000;

/**
 * A typesetter for the texts of the bot: plain text in, the same with U+FFF9 base U+FFFA reading U+FFFB around words of which the
 * reading is certain, and U+200B between phrases. What a resident types is never typeset.
 */
export function createTypesetter(tokenise: Tokenizer): Typesetter {
  const readings = loadReadings();
  const phrases = loadPhraseFinder();
  return remembering((given) => {
    const text = withoutMarks(given);
    if (!hasJapanese(text)) return text;
    const tokens = tokensOf(text, tokenise);
    const { spans } = read(text, tokens, readings);
    return marked(text, spans, new Set(phrases(text, tokens)));
  });
}

/** The words of texts for which the list of readings has no line, once each; for those who keep the list. */
export function createReadingReview(tokenise: Tokenizer): (text: string) => readonly string[] {
  const readings = loadReadings();
  return (text) => [...new Set(read(text, tokensOf(text, tokenise), readings).unread)];
}

/** The tokens of a text; it goes without half characters and control characters, which make kuromoji stumble. */
function tokensOf(text: string, tokenise: Tokenizer): readonly Token[] {
  const readable = text.toWellFormed().replace(/\p{Cc}/gu, ' ');
  const tokens = tokenise(readable);
  return tokens.map(({ surface }) => surface).join('') === readable ? tokens : [];
}

/** A text with its marks; a break within a word that has a reading is left out. */
function marked(text: string, spans: readonly Span[], breaks: ReadonlySet<number>): string {
  const broken = (start: number, end: number) =>
    text.slice(start, end).replace(/[\s\S]/g, (unit, i: number) => breakAt(start + i) + unit);
  const breakAt = (at: number) => (breaks.has(at) ? BREAK_MARK : '');
  let [set, done] = ['', 0];
  for (const { start, end, runs } of spans) {
    set += broken(done, start) + breakAt(start) + runs.map(annotated).join('');
    done = end;
  }
  return set + broken(done, text.length);
}

function annotated({ text, reading }: Run): string {
  return reading === undefined ? text : `${BASE_MARK}${text}${READING_MARK}${reading}${END_MARK}`;
}

/** Remembers the texts that were used last. */
function remembering(typeset: Typesetter): Typesetter {
  const kept = new Map<string, string>();
  return (text) => {
    const set = kept.get(text) ?? typeset(text);
    kept.delete(text);
    kept.set(text, set);
    if (kept.size > MOST_TEXTS) kept.delete(kept.keys().next().value!);
    return set;
  };
}
