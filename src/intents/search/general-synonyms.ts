import { createRequire } from 'node:module';
import { normalise } from '../../text/index.ts';
import { fold } from '../keys.ts';

/** Folded key to the ids of its synonym groups. */
export type GeneralSynonyms = ReadonlyMap<string, readonly string[]>;

/** A group of the Sudachi synonym dictionary, as the package has it. */
export interface SudachiGroup {
  readonly id: string;
  readonly items: readonly { readonly midashi: string; readonly expandControl: number }[];
}

/** A word of more groups has too many meanings to help (as measured on localgovFAQ). */
const MOST_GROUPS = 3;
/** `expandControl` of a word that the dictionary's editors keep out of expansion. */
const NEVER_EXPANDED = 2;

/** The Sudachi synonym dictionary (Works Applications, Apache-2.0) by folded key; reading it takes some 300 ms. */
export async function loadGeneralSynonyms(): Promise<GeneralSynonyms> {
  const sudachi: { fetchDictionary(): Promise<readonly SudachiGroup[]> } = createRequire(import.meta.url)(
    'sudachi-synonyms-dictionary',
  );
  return generalSynonyms(await sudachi.fetchDictionary());
}

export function generalSynonyms(dictionary: readonly SudachiGroup[]): GeneralSynonyms {
  const groups = new Map<string, Set<string>>();
  for (const { id, items } of dictionary) {
    for (const { midashi, expandControl } of items) {
      const key = fold(normalise(midashi));
      if (expandControl === NEVER_EXPANDED || key === '') continue;
      groups.set(key, (groups.get(key) ?? new Set()).add(id));
    }
  }
  return new Map(
    [...groups].filter(([, ids]) => ids.size <= MOST_GROUPS).map(([key, ids]) => [key, [...ids]]),
  );
}
