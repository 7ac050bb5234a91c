import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A labelled beginning of test/prefixes.csv. */
export interface Prefix {
  readonly typed: string;
  /** Entry ids, any of which helps. */
  readonly expected: readonly string[];
  readonly kind: string;
}

const PATH = join(import.meta.dirname, '..', 'test', 'prefixes.csv');

export function readPrefixes(): readonly Prefix[] {
  const rows: Record<string, string>[] = parse(readFileSync(PATH, 'utf8'), { columns: true });
  return rows.map(({ typed = '', expected = '', kind = '' }) => ({
    typed,
    expected: expected.split('|'),
    kind,
  }));
}

/** Place of the first right entry among the suggestions, from 1; Infinity where there is none. */
export function rankOf({ expected }: Prefix, found: readonly { readonly entry: string }[]): number {
  const at = found.findIndex(({ entry }) => expected.includes(entry));
  return at === -1 ? Number.POSITIVE_INFINITY : at + 1;
}
