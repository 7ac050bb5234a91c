import { describe, expect, it } from 'vitest';
import { type Bag, bagOf } from '../../../src/intents/search/bag.ts';
import { fitLatentSpace, foldIn, latentScores } from '../../../src/intents/search/latent.ts';

const bag = (...terms: readonly string[]): Bag => bagOf([terms, 1]);

describe('words that go with the same words', () => {
  // 引越 and 転居 never stand together, but both with 住所 and 届; ごみ lives among other words
  const space = fitLatentSpace(
    [
      bag('引越', '住所', '届'),
      bag('引越', '住所'),
      bag('転居', '住所', '届'),
      bag('転居', '届'),
      bag('ごみ', '収集', '袋'),
      bag('ごみ', '袋'),
      bag('収集', '袋'),
    ],
    2,
  );
  const scores = latentScores(space, bag('引越'));

  it('find each other: a document on 転居 is near to 引越', () => {
    expect(scores[2]!).toBeGreaterThan(0.9);
    expect(scores[3]!).toBeGreaterThan(0.9);
  });

  it('are far from what has no word in common with either', () => {
    for (const other of [4, 5, 6]) expect(Math.abs(scores[other]!)).toBeLessThan(0.1);
  });
});

describe('a word that tells nothing', () => {
  const space = fitLatentSpace(
    [bag('市', '国保', '税'), bag('市', '国保'), bag('市', '税'), bag('市', '犬')],
    3,
  );

  it.each([
    ['of one document: it connects it with none', '犬'],
    ['of every document: it tells none from the others', '市'],
    ['of no document', '天気'],
  ])('%s', (_why, term) => expect([...latentScores(space, bag(term))]).toEqual([0, 0, 0, 0]));

  it('a document of such words alone is near to nothing', () => {
    expect(latentScores(space, bag('国保', '税'))[3]).toBe(0);
  });

  it('beside one that does, changes nothing', () => {
    expect(latentScores(space, bag('国保', '市', '犬', '天気'))).toEqual(latentScores(space, bag('国保')));
  });
});

describe('nothing to compare', () => {
  it('an empty question is near to nothing', () => {
    const space = fitLatentSpace([bag('国保', '税'), bag('国保'), bag('税'), bag()], 2);
    expect([...latentScores(space, bag())]).toEqual([0, 0, 0, 0]);
    expect(latentScores(space, bag('国保'))[3]).toBe(0);
  });

  it.each([
    ['no documents', []],
    ['empty documents', [bag(), bag()]],
    ['a single document', [bag('国保', '税')]],
    ['two documents, whose common words are those of every document', [bag('国保', '税'), bag('国保')]],
    ['documents without a common word', [bag('国保'), bag('税'), bag('犬')]],
  ])('%s', (_what, bags) => {
    expect([...latentScores(fitLatentSpace(bags, 5), bag('国保'))]).toEqual(bags.map(() => 0));
  });
});

describe('a text that is folded in', () => {
  const space = fitLatentSpace(
    [bag('引越', '住所'), bag('転居', '住所', '引越'), bag('ごみ', '収集'), bag('ごみ', '袋', '収集')],
    2,
  );

  it('brings its document nearer to what it says, and leaves the others where they are', () => {
    const taught = foldIn(space, new Map([[2, [bag('引越')]]]));
    const [before, after] = [latentScores(space, bag('住所')), latentScores(taught, bag('住所'))];
    expect(after[2]!).toBeGreaterThan(before[2]! + 0.3);
    for (const other of [0, 1, 3]) expect(after[other]).toBe(before[other]);
  });

  it('changes nothing where the space knows none of its words', () => {
    const taught = foldIn(space, new Map([[0, [bag('犬')]]]));
    const [before, after] = [latentScores(space, bag('住所')), latentScores(taught, bag('住所'))];
    after.forEach((score, i) => {
      expect(score).toBeCloseTo(before[i]!, 6);
    });
  });

  it('leaves the space that it was folded into as it was', () => {
    const before = structuredClone(space);
    foldIn(space, new Map([[1, [bag('ごみ')]]]));
    expect(space).toEqual(before);
  });
});
