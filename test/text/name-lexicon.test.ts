import { beforeAll, describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../src/text/index.ts';
import type { NameLexicon } from '../../src/text/name-lexicon.ts';

let names: NameLexicon;
beforeAll(async () => {
  ({ names } = await loadTokenizer());
});

describe('what the dictionary knows of names', () => {
  test('is every use of a word, not only the one that a sentence chooses', () => {
    expect(Object.keys(names.weigh('林')).toSorted()).toEqual(['common', 'family', 'given', 'place']);
    expect(names.weigh('宮城').place).toBeLessThan(names.weigh('宮城').family!);
    expect(names.weigh('田中').family).toBeLessThan(names.weigh('田中').place!);
  });

  test('is nothing where it has no such word', () => {
    expect(names.weigh('月見里')).toEqual({});
    expect(names.weigh('')).toEqual({});
  });

  test('is readings in either kana', () => {
    expect(names.isFamilyReading('みやざわ')).toBe(true);
    expect(names.isFamilyReading('ミヤザワ')).toBe(true);
    expect(names.isFamilyReading('ほけん')).toBe(false);
    expect(names.isGivenReading('さちこ')).toBe(true);
  });

  test('is how given names are built, for those that it has not', () => {
    expect(names.weigh('純也')).toEqual({});
    expect(names.isBuiltAsGiven('純也')).toBe(true);
    expect(names.isBuiltAsGiven('也')).toBe(false);
    expect(names.isBuiltAsGiven('券面')).toBe(false);
  });
});
