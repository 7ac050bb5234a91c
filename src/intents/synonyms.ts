import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { hasJapanese, normalise, toKatakana } from '../text/index.ts';

/** Groups of words that mean the same to residents: group id to its forms. */
export type SynonymGroups = Readonly<Record<string, readonly string[]>>;

/** Finds the synonym groups of a text, given as written (normalised) and in katakana. */
export type SynonymFinder = (text: string, reading: string) => readonly string[];

/** A kana form shorter than this is not sought in readings: it would stand inside unrelated words. */
const SHORTEST_READING = 4;

/** The groups of `synonyms.yaml`, which stands beside this file. */
export function loadSynonyms(): SynonymGroups {
  return parse(readFileSync(new URL('synonyms.yaml', import.meta.url), 'utf8'));
}

/** Every form in `text`, leftmost and longest first, so that マイナ保険証 is not found as 保険証 too. */
function searcher(groupsByForm: ReadonlyMap<string, readonly string[]>): (text: string) => readonly string[] {
  const longestFirst = [...groupsByForm.keys()].sort((a, b) => b.length - a.length);
  const sources = longestFirst.map((form) =>
    hasJapanese(form) ? RegExp.escape(form) : `\\b${RegExp.escape(form)}`,
  );
  // 形が一つもなければ、どこにも当たらない
  const pattern = new RegExp(sources.join('|') || '(?!)', 'g');
  return (text) => [...text.matchAll(pattern)].flatMap(([form]) => groupsByForm.get(form)!);
}

/** A finder over groups of forms; `readingOf` gives the katakana of a normalised form, so that ふんしつ finds 紛失. */
export function synonymFinder(groups: SynonymGroups, readingOf: (form: string) => string): SynonymFinder {
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
  const inText = searcher(written);
  const inReading = searcher(read);
  return (text, reading) => [...new Set([...inText(text), ...inReading(reading)])];
}
