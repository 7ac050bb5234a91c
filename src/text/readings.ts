import { readFileSync } from 'node:fs';
import { hasKanji, toHiragana } from './kana.ts';

/**
 * What each word is read as. One reading: that one. Several: the one that the tokenizer takes in its sentence. None: somebody has
 * looked at the word, and it is never shown with a reading, because it has several and no program can choose.
 */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** A stretch of text; with `reading` (hiragana) where it stands over kanji. */
export interface Run {
  readonly text: string;
  readonly reading?: string;
}

/** Thrown when the list cannot be used; the message names every line and what to do. */
export class ReadingsError extends Error {}

const FILE = 'readings.csv';
const HIRAGANA = /^[ぁ-ゖー]+$/;
const KANJI_RUN = /[\p{Script=Han}々]+/gu;

/** The readings that people have checked; throws `ReadingsError`, naming every line, where the file beside this one has a fault. */
export function loadReadings(): Readings {
  return parseReadings(readFileSync(new URL(FILE, import.meta.url), 'utf8'));
}

/** Reads lines of `word,reading` or `word,reading,note`; lines that begin with # are remarks. */
export function parseReadings(csv: string): Readings {
  const readings = new Map<string, readonly string[]>();
  const faults: string[] = [];
  csv.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [word = '', reading = ''] = line.split(',').map((cell) => cell.trim());
    const known = readings.get(word);
    const fault = faultOf(word, reading, known);
    if (fault) faults.push(`${FILE}:${i + 1}: ${word}: ${fault}`);
    else readings.set(word, [...(known ?? []), ...(reading === '' ? [] : [reading])]);
  });
  if (faults.length > 0) throw new ReadingsError(`ふりがなの一覧に誤りがあります:\n${faults.join('\n')}`);
  return readings;
}

function faultOf(word: string, reading: string, known: readonly string[] | undefined): string | undefined {
  if (!hasKanji(word)) return '漢字がありません。消してください';
  if (reading !== '' && !HIRAGANA.test(reading)) return '読みはひらがなで書いてください';
  if (known?.includes(reading) || (known && (reading === '' || known.length === 0))) {
    return 'もう書いてあります。どちらかを消してください';
  }
  if (reading !== '' && !rubyOf(word, reading)) return '読みが言葉の送りがなと合いません';
  return undefined;
}

/**
 * A word with its reading above its kanji alone: 引っ越し and ひっこし give 引(ひ) っ 越(こ) し. Undefined where the kana of the
 * word do not stand in the reading, or stand there in more than one way.
 */
export function rubyOf(word: string, reading: string): readonly Run[] | undefined {
  const parts = word.split(/([\p{Script=Han}々]+)/u).filter((part) => part !== '');
  const pattern = (kanji: string) =>
    new RegExp(`^${parts.map((part) => (hasKanji(part) ? kanji : escaped(toHiragana(part)))).join('')}$`);
  const [first, last] = ['(.+?)', '(.+)'].map((kanji) => pattern(kanji).exec(reading)?.slice(1));
  if (!first || first.some((run, i) => run !== last?.[i])) return undefined;
  let next = 0;
  return parts.map((text) => (hasKanji(text) ? { text, reading: first[next++]! } : { text }));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The runs of kanji in a word. */
export function kanjiRuns(word: string): readonly string[] {
  return word.match(KANJI_RUN) ?? [];
}
