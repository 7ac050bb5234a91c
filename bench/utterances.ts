import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { MENU_INTENTS, MENU_PREFIX } from '../src/intents/index.ts';

/** A labelled question of labelled-questions.csv. */
export interface Utterance {
  readonly text: string;
  /** Entry ids (several where a question honestly fits several), or `out-of-scope`, `safety`, `menu`. */
  readonly expected: readonly string[];
  readonly style: string;
  readonly note: string;
}

export const UTTERANCES_FILE = 'labelled-questions.csv';
/** Emergencies and sentences that only look alike, labelled `medical`, `violence`, `self-harm` or `none`. */
export const EMERGENCIES_FILE = 'test/emergencies.csv';
const PATH = join(import.meta.dirname, '..', UTTERANCES_FILE);

export function readUtterances(file = PATH): readonly Utterance[] {
  const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true });
  return rows.map(({ text = '', expected = '', style = '', note = '' }) => ({
    text,
    expected: expected.split('|'),
    style,
    note,
  }));
}

export function utterancesDigest(): string {
  return createHash('sha256').update(readFileSync(PATH)).digest('hex');
}

/** The topics of the model that are right for a question; none where it is out of scope. */
export function rightTopics({ expected }: Utterance): readonly string[] {
  switch (expected[0]) {
    case 'out-of-scope':
      return [];
    case 'menu':
      return MENU_INTENTS.map((intent) => MENU_PREFIX + intent);
    default:
      return expected;
  }
}
