import type { Finding } from './lint.ts';
import type { LoadedKnowledgeBase } from './load.ts';
import type { Path } from './yaml.ts';

/** Fields that residents are not shown, or that are English. */
const NOT_SHOWN = /^(?:phrasings|lines|mentions|english.*)$/;

/**
 * Words of the shown texts that come without a reading because nobody has read them yet, each where it stands first. Never an
 * error: a text without readings is right, only harder to read.
 */
export function lintReadings(
  { kb, locate }: LoadedKnowledgeBase,
  unread: (text: string) => readonly string[],
): readonly Finding[] {
  const seen = new Set<string>();
  return shownTexts(kb).flatMap(({ path, text }): readonly Finding[] => {
    const words = unread(text).filter((word) => !seen.has(word));
    if (words.length === 0) return [];
    for (const word of words) seen.add(word);
    const message = `ふりがなの付かない言葉があります: ${words.map((word) => `「${word}」`).join('')}。読みを確かめて src/text/readings.csv に書き足してください`;
    return [{ ...locate(path, message), severity: 'warning' }];
  });
}

function shownTexts(value: unknown, path: Path = []): readonly { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !NOT_SHOWN.test(key))
    .flatMap(([key, inner]) => shownTexts(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}
