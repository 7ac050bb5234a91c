import { describe, expect, it } from 'vitest';
import { type ConfidenceWeights, probabilities } from '../../src/intents/calibration.ts';
import type { Match } from '../../src/intents/decision.ts';
import {
  fitThresholds,
  fitWeights,
  type LabelledScores,
  verdictOf,
} from '../../src/intents/fit-calibration.ts';
import { seededRandom } from '../../src/intents/random.ts';

const TOPICS = ['a', 'b', 'c'];
const MODEL = { topics: TOPICS, outOfScope: ['x'] };

/** Questions whose right answers are drawn from the very model that is to be fitted. */
function drawn(weights: ConfidenceWeights, count: number): readonly LabelledScores[] {
  const random = seededRandom(3);
  const numbers = (length: number, scale: number) => Float32Array.from({ length }, () => scale * random());
  return Array.from({ length: count }, () => {
    const raw = {
      linear: numbers(3, 6),
      words: numbers(3, 20),
      meaning: numbers(3, 1),
      outOfScope: numbers(1, 6),
      nearest: 0,
    };
    const { topics } = probabilities(raw, weights);
    let left = random();
    const at = topics.findIndex((chance) => {
      left -= chance;
      return left < 0;
    });
    return { raw, right: at < 0 ? [] : [TOPICS[at]!] };
  });
}

describe('fitting', () => {
  const truth: ConfidenceWeights = { linear: 1.2, words: 0.2, meaning: 2, outOfScope: 1, bestWords: 0.1 };
  const questions = drawn(truth, 1500);
  const weights = fitWeights(TOPICS, questions);

  it('finds the weights that the labels were drawn with, roughly', () => {
    expect(Math.abs(weights.linear - truth.linear)).toBeLessThan(0.15);
    expect(Math.abs(weights.words - truth.words)).toBeLessThan(0.04);
    expect(Math.abs(weights.meaning - truth.meaning)).toBeLessThan(0.6);
    expect(Math.abs(weights.bestWords - truth.bestWords)).toBeLessThan(0.1);
    expect(Math.abs(weights.outOfScope - truth.outOfScope)).toBeLessThan(1);
  });

  it('gives the same weights again', () => expect(fitWeights(TOPICS, questions)).toEqual(weights));

  it('counts either of two right topics', () => {
    const either = questions.map(({ raw, right }) => ({
      raw,
      right: right.length > 0 ? ['a', 'b', 'c'] : [],
    }));
    const fitted = fitWeights(TOPICS, either);
    for (const value of Object.values(fitted)) expect(value).not.toBeNaN();
  });
});

describe('thresholds', () => {
  const raw = (linear: number[], outOfScope: number) => ({
    linear: Float32Array.from(linear),
    words: new Float32Array(3),
    meaning: new Float32Array(3),
    outOfScope: Float32Array.of(outOfScope),
    nearest: 0,
  });
  const weights = { linear: 1, words: 0, meaning: 0, outOfScope: 0, bestWords: 0 };

  it('answer as soon as answering is right', () => {
    const sure = Array.from({ length: 5 }, () => ({ raw: raw([1, 0, 0], -9), right: ['a'] }));
    expect(fitThresholds(MODEL, sure, weights).answer).toBeLessThan(0.58);
  });

  it('offer instead where the best is often wrong', () => {
    const unsure = Array.from({ length: 10 }, (_, i) => ({
      raw: raw([1, 0.9, -9], -9),
      right: [i % 2 ? 'a' : 'b'],
    }));
    expect(fitThresholds(MODEL, unsure, weights).answer).toBeGreaterThan(0.52);
  });
});

describe('verdictOf', () => {
  const candidates: Match['candidates'] = [];
  const answer = (entry: string): Match => ({ decision: 'answer', entry, candidates });
  const choose = (...offered: string[]): Match => ({ decision: 'choose', offered, candidates });
  const unknown: Match = { decision: 'unknown', group: undefined, candidates };
  const menu: Match = { decision: 'menu', intent: 'thanks', candidates };

  it.each<[string, Match, readonly string[], string]>([
    ['the right answer', answer('a'), ['a', 'b'], 'right'],
    ['another answer', answer('c'), ['a', 'b'], 'wrong'],
    ['the right one among the offers', choose('c', 'b'), ['b'], 'offered'],
    ['not among them', choose('c', 'd'), ['b'], 'wrong'],
    ['not known, though it could be', unknown, ['b'], 'unknown'],
    ['rightly refused', unknown, [], 'refused'],
    ['answered, though out of scope', answer('a'), [], 'leaked'],
    ['offered, though out of scope', choose('a', 'b'), [], 'leaked'],
    ['small talk taken for small talk', menu, ['menu:thanks', 'menu:greeting'], 'right'],
    ['a question taken for small talk', menu, ['a'], 'wrong'],
  ])('%s: %s', (_case, match, right, verdict) => expect(verdictOf(match, right)).toBe(verdict));
});
