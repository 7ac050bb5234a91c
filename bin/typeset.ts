import { join } from 'node:path';
import { createTypesetter, loadTokenizer } from '../src/text/index.ts';
import { DICTIONARY } from './assemble.ts';
import { cached } from './cache.ts';
import { indexKey } from './train.ts';

const READINGS_FILE = join(import.meta.dirname, '..', '.cache', 'readings.bin');

/**
 * Texts typeset, by the plain text. Kept until the texts, the code or the list of readings change, because loading the
 * tokenizer takes half a second.
 */
export async function typesetTexts(texts: readonly string[]): Promise<Readonly<Record<string, string>>> {
  return cached(READINGS_FILE, indexKey(JSON.stringify(texts)), async () => {
    const typeset = createTypesetter(await loadTokenizer(DICTIONARY));
    return Object.fromEntries(texts.map((text) => [text, typeset(text)]));
  });
}
