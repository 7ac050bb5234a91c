import { describe, expect, it } from 'vitest';
import { type Bag, bagOf, queryOf } from '../../../src/intents/search/bag.ts';
import { bm25Matches, bm25Scores, buildBm25, documentFrequencies } from '../../../src/intents/search/bm25.ts';

const bag = (...terms: readonly string[]) => bagOf([terms, 1]);
const ask = (...terms: readonly string[]) => queryOf([terms, 1]);
const BAGS = [bag('保険証', '紛失'), bag('保険証', '返却'), bag('保険証', '紛失', '紛失', '再発行'), bag()];
const index = buildBm25(BAGS);
const ranking = (query: Bag) => {
  const scores = bm25Scores(index, query);
  return [...scores.keys()].filter((i) => scores[i]! > 0).sort((a, b) => scores[b]! - scores[a]!);
};

describe('ranking', () => {
  it.each([
    [['返却'], [1], 'only one document has it'],
    [['保険証', '返却'], [1, 0, 2], 'the rare word decides, then the shorter document'],
    [['紛失'], [2, 0], 'said twice outweighs a shorter text'],
    [['天気'], [], 'a word that nobody has'],
    [[], [], 'no word'],
  ])('%j: %j (%s)', (query, order) => expect(ranking(ask(...query))).toEqual(order));

  it('a word that is asked for with little weight gives way to a full one', () => {
    const faint = queryOf([['再発行'], 0.1], [['返却'], 1]);
    expect(ranking(faint)).toEqual([1, 2]);
    expect(ranking(queryOf([['再発行'], 1], [['返却'], 0.1]))).toEqual([2, 1]);
  });

  it('a word of the question field outweighs the same word in the answer field', () => {
    const fields = buildBm25([
      bagOf([['粗大'], 1], [['電話', '予約'], 1]),
      bagOf([['粗大'], 2], [['電話'], 1]),
    ]);
    const [answer, question] = bm25Scores(fields, ask('粗大'));
    expect(question!).toBeGreaterThan(answer!);
  });

  it('asking twice is asking once', () => {
    expect(bm25Scores(index, ask('紛失', '紛失'))).toEqual(bm25Scores(index, ask('紛失')));
  });
});

describe('nothing to find', () => {
  it('an empty document scores 0', () => expect(bm25Scores(index, ask('保険証'))[3]).toBe(0));
  it('no documents score nothing', () => {
    expect(bm25Scores(buildBm25([]), ask('保険証'))).toHaveLength(0);
  });
  it('only empty documents score 0', () => {
    expect([...bm25Scores(buildBm25([bag(), bag()]), ask('保険証'))]).toEqual([0, 0]);
  });
});

describe('what each word adds', () => {
  it('is told with the most telling word first', () => {
    expect(bm25Matches(index, ask('保険証', '返却', '紛失'), 1).map(([term]) => term)).toEqual([
      '返却',
      '保険証',
    ]);
  });

  it('of a document that shares none is nothing', () => {
    expect(bm25Matches(index, ask('返却'), 0)).toEqual([]);
    expect(bm25Matches(index, ask('保険証'), 3)).toEqual([]);
    expect(bm25Matches(index, ask('天気'), 1)).toEqual([]);
  });
});

it('a word counts once for each document that has it', () => {
  expect([...documentFrequencies(BAGS)]).toEqual([
    ['保険証', 3],
    ['紛失', 2],
    ['返却', 1],
    ['再発行', 1],
  ]);
});
