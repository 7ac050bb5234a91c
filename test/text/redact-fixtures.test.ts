import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRedact, loadTokenizer, type Redact, redact } from '../../src/text/index.ts';

const rowsOf = <Row>(name: string): readonly Row[] =>
  parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)), { columns: true });
const PERSONAL = rowsOf<{ sentence: string; item: string; kind: string }>('personal-data.csv');
/** Names that no list of common ones has, and that only IPADIC or the way they are built tells. */
const IN_DICTIONARY = rowsOf<{ sentence: string; item: string; kind: string }>('names-in-dictionary.csv');
const HARMLESS = rowsOf<{ sentence: string }>('harmless.csv').map(({ sentence }) => sentence);

let redactAll: Redact;
beforeAll(async () => {
  redactAll = createRedact(await loadTokenizer());
});

const missed = (mask: Redact, rows = PERSONAL) =>
  rows.filter(({ sentence, item }) => mask(sentence).includes(item));
const touched = (mask: Redact) => HARMLESS.filter((sentence) => mask(sentence) !== sentence);

describe('of what residents write', () => {
  test('there is enough to tell', () => {
    expect(PERSONAL.length).toBeGreaterThanOrEqual(500);
    expect(HARMLESS.length).toBeGreaterThanOrEqual(500);
    expect(PERSONAL.filter(({ sentence, item }) => !sentence.includes(item))).toEqual([]);
  });

  test('at least 99 % of what says who asked is masked', () => {
    expect(missed(redactAll).length / PERSONAL.length, JSON.stringify(missed(redactAll))).toBeLessThanOrEqual(
      0.01,
    );
  });

  test('at least 99 % of the names that only a dictionary tells are masked', () => {
    expect(IN_DICTIONARY.length).toBeGreaterThanOrEqual(50);
    const left = missed(redactAll, IN_DICTIONARY);
    expect(left.length / IN_DICTIONARY.length, JSON.stringify(left)).toBeLessThanOrEqual(0.01);
  });

  test('at most 1 % of what says nothing of a person is touched', () => {
    expect(touched(redactAll).length / HARMLESS.length, touched(redactAll).join('\n')).toBeLessThanOrEqual(
      0.01,
    );
  });

  test('without a tokenizer, only names that no word announces are missed more often', () => {
    const left = missed(redact);
    expect(left.filter(({ kind }) => kind !== 'name').length / PERSONAL.length).toBeLessThanOrEqual(0.01);
    expect(left.length / PERSONAL.length).toBeLessThanOrEqual(0.05);
    expect(touched(redact).length / HARMLESS.length).toBeLessThanOrEqual(0.01);
  });
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom(...PERSONAL.map(({ sentence }) => sentence), '\u{200B}', '　', 'ｶﾞ', '😭'), {
        maxLength: 4,
      })
      .map((parts) => parts.join('')),
  );

  test('stays as it was outside of the masks', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const pieces = redactAll(text).split(/\[(?:メール|アドレス|日付|番号|住所|名前)\]/);
        let from = 0;
        for (const piece of pieces) {
          const at = text.indexOf(piece, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + piece.length;
        }
      }),
    );
  });

  // A pattern that backtracks without end would run into the time limit of the test.
  test('is looked through to its end, however it is made to take long', () => {
    const hostile = [
      '1-',
      '1 ',
      '高崎市',
      '名前は',
      'と申します',
      'あ',
      'さん',
      'いち',
      '1番地',
      'A',
      '昭和',
      '@a.',
      '記号1',
      '(',
      '市',
      'ア・',
      '山',
      '母の',
      '田 ',
      'です',
      'おの ',
      'Aa ',
      '我叫',
      '아',
    ];
    for (const piece of hostile) {
      const text = `${piece.repeat(2_000).slice(0, 1_900)}。私は山田太郎と申します`;
      expect(redactAll(text), piece).not.toContain('山田太郎');
    }
  });
});
