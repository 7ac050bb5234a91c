import { hasKanji, toHiragana } from './kana.ts';
import { kanjiRuns, type Readings, type Run, rubyOf } from './readings.ts';
import type { Token } from './tokenise.ts';
import { counterSpans, type Span } from './typeset-numbers.ts';

/** Longest word of the list, in tokens: 資格情報のお知らせ has five. */
const MOST_TOKENS = 8;
/** Read ひ and つき in running text alone; 月・火 and 年・月・日 have them otherwise. */
const IN_SENTENCES = new Set(['日', '月']);

/** The words of a text with their readings, and those that nobody has read yet. */
export interface Reading {
  /** In the order of the text, none over another. */
  readonly spans: readonly Span[];
  /** Words with kanji for which the list has no line. */
  readonly unread: readonly string[];
}

interface Place extends Token {
  readonly start: number;
  readonly end: number;
}

/** Reads a text, cut into tokens, by the list. */
export function read(text: string, tokens: readonly Token[], readings: Readings): Reading {
  const places = placesOf(tokens);
  const counters = counterSpans(text);
  const isCounted = ({ start, end }: Place) =>
    counters.some((counter) => counter.start < end && start < counter.end);
  const words: Word[] = [];
  for (let i = 0; i < places.length; ) {
    const word = isCounted(places[i]!) ? undefined : longest(places.slice(i, i + MOST_TOKENS), readings);
    const free = word?.places.some(isCounted) ? single(places[i]!, readings) : word;
    if (free) words.push(free);
    i += free?.places.length ?? 1;
  }
  const standing = words.filter((word) => stands(text, word, [...words, ...counters]));
  return {
    spans: [...standing.flatMap(spanOf), ...counters].sort((a, b) => a.start - b.start),
    unread: words.filter(({ isKnown }) => !isKnown).map(({ word }) => word),
  };
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly places: readonly Place[];
  /** Absent: shown without. */
  readonly runs?: readonly Run[];
  /** The list has a line for it. */
  readonly isKnown: boolean;
}

function placesOf(tokens: readonly Token[]): readonly Place[] {
  let end = 0;
  return tokens.map((token) => {
    const start = end;
    end += token.surface.length;
    return { ...token, start, end };
  });
}

/** The longest word of the list that begins with the first token, else the token alone; undefined without kanji. */
function longest(places: readonly Place[], readings: Readings): Word | undefined {
  for (let count = places.length; count > 1; count--) {
    const some = places.slice(0, count);
    const word = some.map(({ surface }) => surface).join('');
    const [reading, another] = readings.get(word) ?? [];
    if (reading === undefined || another !== undefined) continue;
    return { ...extent(some), word, runs: pieces(some, word, reading), isKnown: true };
  }
  return single(places[0]!, readings);
}

function extent(places: readonly Place[]) {
  return { places, start: places[0]!.start, end: places.at(-1)!.end };
}

/** The ruby of a word of several tokens, token by token where their readings agree with the list. */
function pieces(places: readonly Place[], word: string, reading: string): readonly Run[] {
  const spoken = places.map((place) => toHiragana(place.reading));
  const runs = places.map(({ surface }, i) =>
    hasKanji(surface) ? rubyOf(surface, spoken[i]!) : [{ text: surface }],
  );
  const isWhole = runs.every((run) => run !== undefined) && spoken.join('') === reading;
  return isWhole ? runs.flat() : (rubyOf(word, reading) ?? [{ text: word }]);
}

/** One token, by its own line or by that of its dictionary form. */
function single(place: Place, readings: Readings): Word | undefined {
  const { surface, base } = place;
  if (!hasKanji(surface)) return undefined;
  const own = readings.get(surface);
  const lines = [surface, ...(base === surface || own?.length === 0 ? [] : [base])];
  const rubies = lines.flatMap((word) =>
    (readings.get(word) ?? []).flatMap((reading) => inflected(surface, word, reading) ?? []),
  );
  const spoken = rubies.find((runs) => isSpoken(runs, place));
  // 一字の言葉は、読みが一つでも、文での読みと違えば別の言葉かもしれない
  const isPlain = rubies.length === 1 && kanjiRuns(surface).join('').length > 1;
  const runs = spoken ?? (isPlain ? rubies[0] : undefined);
  return {
    ...extent([place]),
    word: own === undefined ? base : surface,
    ...(runs && { runs }),
    isKnown: lines.some((word) => readings.has(word)),
  };
}

/** The ruby of a word as it stands in the text: 送る and おくる give 送(おく) っ. */
function inflected(surface: string, word: string, reading: string): readonly (readonly Run[])[] | undefined {
  const ruby = rubyOf(word, reading);
  if (ruby === undefined || surface === word) return ruby && [ruby];
  const above = ruby.flatMap((run) => run.reading ?? []);
  const kanji = kanjiRuns(surface);
  if (kanji.join(' ') !== kanjiRuns(word).join(' ')) return undefined;
  let next = 0;
  const parts = surface.split(/([\p{Script=Han}々]+)/u).filter((part) => part !== '');
  return [parts.map((text) => (hasKanji(text) ? { text, reading: above[next++]! } : { text }))];
}

/** Whether the tokenizer reads it so; づ and ぢ of its dictionary's old spellings count as ず and じ. */
function isSpoken(runs: readonly Run[], { surface, reading }: Place): boolean {
  const fold = (kana: string) => toHiragana(kana).replaceAll('づ', 'ず').replaceAll('ぢ', 'じ');
  return fold(runs.map((run) => run.reading ?? run.text).join('')) === fold(reading) && surface !== '';
}

/**
 * Whether a word may keep its reading. A single kanji beside others is part of a word that only looks like this one,
 * unless it is a prefix or suffix of one that is read as well.
 */
function stands(text: string, word: Word, others: readonly { start: number; end: number }[]): boolean {
  if (word.runs === undefined) return false;
  if (word.end - word.start > 1) return true;
  const [before = '', after = ''] = [[...text.slice(0, word.start)].at(-1), [...text.slice(word.end)][0]];
  if (IN_SENTENCES.has(word.word) && !/[ぁ-ん]/.test(before)) return false;
  if (/[\p{Nd}A-Za-z]/u.test(before)) return false;
  const isAffix = word.places[0]!.detail === '接尾' || word.places[0]!.pos === '接頭詞';
  const isRead = (at: (other: { start: number; end: number }) => boolean) =>
    others.some((other) => at(other) && (!('isKnown' in other) || 'runs' in other));
  const left = !hasKanji(before) || (isAffix && isRead(({ end }) => end === word.start));
  const right = !hasKanji(after) || (isAffix && isRead(({ start }) => start === word.end));
  return left && right;
}

function spanOf({ start, end, runs }: Word): readonly Span[] {
  return runs === undefined ? [] : [{ start, end, runs }];
}
