import { describe, expect, it } from 'vitest';
import { bagOf, queryOf, type WeightedTerms } from '../../../src/intents/search/bag.ts';

describe('a document', () => {
  it.each<[readonly WeightedTerms[], Record<string, number>, string]>([
    [[], {}, 'of nothing'],
    [[[[], 2]], {}, 'of an empty list'],
    [[[['国保', '国保', '脱退'], 1]], { 国保: 2, 脱退: 1 }, 'counts what it repeats'],
    [
      [
        [['国保'], 2],
        [['国保', '脱退'], 1],
      ],
      { 国保: 3, 脱退: 1 },
      'adds its fields up by their weight',
    ],
  ])('%j: %j (%s)', (lists, counts) => {
    expect(Object.fromEntries(bagOf(...lists))).toEqual(counts);
  });
});

describe('a question', () => {
  it('does not want a word more because it says it twice', () => {
    expect(Object.fromEntries(queryOf([['国保', '国保'], 1]))).toEqual({ 国保: 1 });
  });

  it('takes the weight of the last list that has a word: the word itself outdoes its synonyms', () => {
    expect(Object.fromEntries(queryOf([['転居', '引越'], 0.25], [['引越'], 1]))).toEqual({
      転居: 0.25,
      引越: 1,
    });
  });
});
