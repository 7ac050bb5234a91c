import { describe, expect, it } from 'vitest';
import calibration from '../../src/intents/calibration.json' with { type: 'json' };
import { logSumExp, probabilities } from '../../src/intents/calibration.ts';
import type { RawScores } from '../../src/intents/ranker.ts';

const raw = (
  linear: number[],
  words: number[],
  outOfScope: number[],
  meaning = words.map(() => 0),
): RawScores => ({
  linear: Float32Array.from(linear),
  words: Float32Array.from(words),
  meaning: Float32Array.from(meaning),
  outOfScope: Float32Array.from(outOfScope),
  nearest: 0,
});
const WEIGHTS = { linear: 1, words: 0, meaning: 0, outOfScope: 0, bestWords: 0 };

describe('logSumExp', () => {
  it.each([
    [[0], 0],
    [[Math.log(2), Math.log(3)], Math.log(5)],
    [[1000, 1000], 1000 + Math.log(2)],
    [[-1000, -1000], -1000 + Math.log(2)],
  ])('of %j is %d', (values, sum) => expect(logSumExp(Float32Array.from(values))).toBeCloseTo(sum, 3));
});

describe('probabilities', () => {
  it('equal alternatives are equally likely', () => {
    const { topics, outOfScope } = probabilities(raw([0, 0, 0], [0, 0, 0], [0]), WEIGHTS);
    for (const value of [...topics, outOfScope]) expect(value).toBeCloseTo(0.25, 6);
  });

  it('the out-of-scope groups count together', () => {
    const two = probabilities(raw([0], [0], [0, 0]), WEIGHTS);
    expect(two.outOfScope).toBeCloseTo(2 / 3, 6);
  });

  it('no out-of-scope group, no chance of it', () => {
    expect(probabilities(raw([0, 0], [0, 0], []), WEIGHTS).outOfScope).toBe(0);
  });

  it('a word that a topic has counts for it; against it where it only raises the bar', () => {
    const scores = raw([0, 0], [10, 0], [0]);
    const plain = probabilities(scores, WEIGHTS);
    const withWords = probabilities(scores, { ...WEIGHTS, words: 0.2 });
    const withBar = probabilities(scores, { ...WEIGHTS, bestWords: 0.2 });
    expect(withWords.topics[0]!).toBeGreaterThan(plain.topics[0]!);
    expect(withBar.outOfScope).toBeGreaterThan(plain.outOfScope);
  });

  it('a near meaning counts for a topic, an opposite one against it', () => {
    const { topics } = probabilities(raw([0, 0, 0], [0, 0, 0], [0], [0.9, 0, -0.9]), {
      ...WEIGHTS,
      meaning: 2,
    });
    expect(topics[0]!).toBeGreaterThan(topics[1]!);
    expect(topics[1]!).toBeGreaterThan(topics[2]!);
  });
});

describe('calibration.json', () => {
  it('has thresholds that are probabilities', () => {
    for (const value of Object.values(calibration.thresholds)) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    }
  });

  it('counts every scorer in favour of a topic', () => {
    expect(calibration.weights.linear).toBeGreaterThan(0);
    expect(calibration.weights.words).toBeGreaterThan(0);
    expect(calibration.weights.meaning).toBeGreaterThan(0);
  });
});
