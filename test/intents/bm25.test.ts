import { describe, expect, it } from 'vitest';
import { bm25Scores, buildBm25 } from '../../src/intents/bm25.ts';

const index = buildBm25([['保険証', '紛失'], ['保険証', '返却'], ['保険証', '紛失', '紛失', '再発行'], []]);
const ranking = (query: readonly string[]) => {
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
  ])('%j: %j (%s)', (query, order) => expect(ranking(query)).toEqual(order));

  it('asking twice is asking once', () => {
    expect(bm25Scores(index, ['紛失', '紛失'])).toEqual(bm25Scores(index, ['紛失']));
  });

  it('an empty document scores 0, and no documents score nothing', () => {
    expect(bm25Scores(index, ['保険証'])[3]).toBe(0);
    expect(bm25Scores(buildBm25([]), ['保険証'])).toHaveLength(0);
    expect([...bm25Scores(buildBm25([[], []]), ['保険証'])]).toEqual([0, 0]);
  });
});
