import { describe, expect, it } from 'vitest';
import { FUSION_WEIGHTS, fuse } from '../../../src/intents/search/fusion.ts';

const fused = (words: readonly number[], meaning: readonly number[], learned = words.map(() => 0)) =>
  fuse({
    words: Float32Array.from(words),
    meaning: Float32Array.from(meaning),
    learned: Float32Array.from(learned),
  });
const order = (words: readonly number[], meaning: readonly number[]) => {
  const scores = fused(words, meaning);
  return [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
};

describe('two views', () => {
  it.each([
    [[9, 3, 1], [0.1, 0.2, 0.9], [0, 2, 1], 'words weigh more than meaning where they contradict each other'],
    [[9, 9, 1], [0.1, 0.9, 0.2], [1, 0, 2], 'the meaning decides between equal words'],
    [[3, 9, 1], [0, 0, 0], [1, 0, 2], 'words alone: a meaning that knows nothing has no say'],
    [[0, 0, 0], [-0.5, 0.2, 0.1], [1, 2, 0], 'meaning alone: no word is shared'],
    [[5, 5, 5], [-0.2, -0.9, -0.4], [0, 1, 2], 'being unlike is no reason against a document'],
    [[1, 1, 1], [0.5, 0.5, 0.5], [0, 1, 2], 'equals stay as they are'],
  ])('%j and %j: %j (%s)', (words, meaning, expected) => expect(order(words, meaning)).toEqual(expected));

  it('the best in both has the sum of the weights', () => {
    expect(fused([4, 2], [0.3, 0.1])[0]).toBeCloseTo(FUSION_WEIGHTS.words + FUSION_WEIGHTS.meaning, 6);
  });

  it('a learned question counts by how near it is, not by how near others are', () => {
    const [near, far] = [0.8, 0.2].map((cosine) => fused([4, 2], [0.3, 0.1], [0, cosine])[1]!);
    expect(near! - far!).toBeCloseTo(0.6 * FUSION_WEIGHTS.learned, 6);
  });

  it('nothing in either is 0', () => expect([...fused([0, 0], [0, 0])]).toEqual([0, 0]));
  it('no documents, no scores', () => expect(fused([], [])).toHaveLength(0));
});
