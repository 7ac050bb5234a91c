import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { hasJapanese, normalise, toKatakana } from '../text/index.ts';

/** Groups of words that mean the same to residents: group id to its forms. */
export type SynonymGroups = Readonly<Record<string, readonly string[]>>;

/** Finds the synonym groups of a text, given as written (normalised) and in katakana. */
export type SynonymFinder = (text: string, reading: string) => readonly string[];

/** A kana form shorter than this is not sought in readings: it would stand inside unrelated words. */
const SHORTEST_READING = 4;

/** Of the services of a city, and of health insurance; where both have a group, the later file's is used. */
const FILES = ['synonyms-municipal.yaml', 'synonyms.yaml'];

/** The groups of the files that stand beside this one. */
export function loadSynonyms(): SynonymGroups {
  return Object.assign(
    {},
    ...FILES.map((file) => parse(readFileSync(new URL(file, import.meta.url), 'utf8'))),
  );
}

/** Every form in `text`, leftmost and longest first, so that マイナ保険証 is not found as 保険証 too. */
function searcher(groupsByForm: ReadonlyMap<string, readonly string[]>): (text: string) => readonly string[] {
  // 最初の二文字(一文字の形は一文字)で引けば、形がいくつあっても速い
  const byStart = Map.groupBy(
    [...groupsByForm.keys()].sort((a, b) => b.length - a.length),
    (form) => form.slice(0, 2),
  );
  const formAt = (text: string, at: number): string | undefined => {
    const stands = (form: string) => text.startsWith(form, at) && (hasJapanese(form) || startsWord(text, at));
    return byStart.get(text.slice(at, at + 2))?.find(stands) ?? byStart.get(text.charAt(at))?.find(stands);
  };
  return (text) => {
    const found: string[] = [];
    for (let at = 0; at < text.length; ) {
      const form = formAt(text, at);
      if (form !== undefined) found.push(...groupsByForm.get(form)!);
      at += form?.length ?? 1;
    }
    return found;
  };
}

const startsWord = (text: string, at: number) => at === 0 || !/\w/.test(text[at - 1]!);

/** Every form with the groups it belongs to; plain data, so that the readings need not be looked up at each start. */
export interface SynonymIndex {
  /** Forms as written, normalised. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** Readings in katakana, so that ふんしつ finds 紛失. */
  readonly read: ReadonlyMap<string, readonly string[]>;
}

/** Indexes groups of forms; `readingOf` gives the katakana of a normalised form. */
export function indexSynonyms(groups: SynonymGroups, readingOf: (form: string) => string): SynonymIndex {
  const written = new Map<string, string[]>();
  const read = new Map<string, string[]>();
  const add = (forms: Map<string, string[]>, form: string, group: string) => {
    const known = forms.get(form) ?? [];
    if (!known.includes(group)) forms.set(form, [...known, group]);
  };
  for (const [group, members] of Object.entries(groups)) {
    for (const form of members.map(normalise)) {
      add(written, form, group);
      if (!hasJapanese(form)) continue;
      const reading = toKatakana(readingOf(form));
      if (reading.length >= SHORTEST_READING) add(read, reading, group);
    }
  }
  return { written, read };
}

export function synonymFinder(index: SynonymIndex): SynonymFinder {
  const inText = searcher(index.written);
  const inReading = searcher(index.read);
  return (text, reading) => [...new Set([...inText(text), ...inReading(reading)])];
}
