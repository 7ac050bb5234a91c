import { describe, expect, it } from 'vitest';
import { decide, withBoth } from '../../src/intents/decision.ts';

const TOPICS = ['a', 'b', 'c', 'd', 'e', 'menu:thanks'];
const MODEL = { topics: TOPICS, outOfScope: ['weather', 'pension'] };
const THRESHOLDS = { outOfScope: 0.3, leastBest: 0.1, answer: 0.6, offerShare: 0.25 };
/** A step that no rounding hides. */
const STEP = 1e-9;

const decided = (topics: readonly number[], outOfScope = 0, groups = [0, 1]) =>
  decide(
    MODEL,
    { topics: Float64Array.from(TOPICS, (_, i) => topics[i] ?? 0), outOfScope },
    Float32Array.from(groups),
    THRESHOLDS,
  );

describe('thresholds', () => {
  it.each([
    ['the best at the answer threshold', [0.6], 0, 'answer'],
    ['just above', [0.6 + STEP], 0, 'answer'],
    ['just below', [0.6 - STEP, 0.2], 0, 'choose'],
    ['out of scope at its threshold', [0.65], 0.3, 'answer'],
    ['just below', [0.65], 0.3 - STEP, 'answer'],
    ['just above', [0.65], 0.3 + STEP, 'unknown'],
    ['the best at the least', [0.1, 0.09], 0, 'choose'],
    ['just above', [0.1 + STEP, 0.09], 0, 'choose'],
    ['just below', [0.1 - STEP, 0.09], 0, 'unknown'],
  ])('%s: %j, out of scope %d: %s', (_case, topics, outOfScope, decision) => {
    expect(decided(topics, outOfScope).decision).toBe(decision);
  });
});

describe('what is offered', () => {
  it.each([
    ['those with a quarter of the best', [0.4, 0.1, 0.1 - STEP], ['a', 'b']],
    ['just above', [0.4, 0.1 + STEP, 0.1 + STEP], ['a', 'b', 'c']],
    ['two at least, however unlikely the second', [0.5, 0.001, 0.002], ['a', 'c']],
    ['four at most', [0.2, 0.19, 0.18, 0.17, 0.16], ['a', 'b', 'c', 'd']],
    ['the best first', [0.1, 0.2, 0.3], ['c', 'b', 'a']],
    ['no menu intent among them', [0.4, 0.2, 0, 0, 0, 0.3], ['a', 'b']],
  ])('%s', (_why, topics, offered) => {
    expect(decided(topics)).toMatchObject({ decision: 'choose', offered });
  });
});

it('a menu intent that is likeliest is one, even where it is not sure', () => {
  expect(decided([0.2, 0, 0, 0, 0, 0.4])).toMatchObject({ decision: 'menu', intent: 'thanks' });
});

describe('candidates', () => {
  it('are the likeliest entries with their probabilities, whatever the decision', () => {
    expect(decided([0.05, 0.01, 0.02, 0.03, 0.04, 0.5], 0.35).candidates).toEqual([
      { entry: 'a', confidence: 0.05 },
      { entry: 'e', confidence: 0.04 },
      { entry: 'd', confidence: 0.03 },
      { entry: 'c', confidence: 0.02 },
    ]);
  });
});

describe('the group of a question out of scope', () => {
  it.each([
    ['likelier than not: the nearest group', 0.5, [1, 2], 'pension'],
    ['the other one', 0.9, [2, 1], 'weather'],
    ['not likelier than not: no group', 0.5 - STEP, [1, 2], undefined],
  ])('%s', (_why, outOfScope, groups, group) => {
    expect(decided([0.2], outOfScope, groups)).toMatchObject({ decision: 'unknown', group });
  });

  it('a model without topics knows nothing', () => {
    const empty = { topics: new Float64Array(0), outOfScope: 1 };
    expect(decide({ topics: [], outOfScope: [] }, empty, new Float32Array(0), THRESHOLDS)).toEqual({
      decision: 'unknown',
      group: undefined,
      candidates: [],
    });
  });
});

describe('a question about two things', () => {
  const both = () => ['d', 'e'] as const;

  it.each([
    ['answered', [0.9], ['d', 'e', 'a']],
    ['answered with one of the two', [0, 0, 0, 0.9], ['d', 'e']],
    ['offered', [0.4, 0.3, 0.2], ['d', 'e', 'a', 'b']],
  ])('%s else: both first, then that', (_case, topics, offered) => {
    expect(withBoth(decided(topics), both)).toMatchObject({ decision: 'choose', offered, isTwofold: true });
  });

  it.each([
    ['is not understood', [0.9], 1],
    ['is a menu intent', [0, 0, 0, 0, 0, 0.9], 0],
  ])('is left alone where it %s', (_case, topics, outOfScope) => {
    const match = decided(topics, outOfScope);
    expect(withBoth(match, both)).toBe(match);
  });

  it('is left alone where it is about one', () => {
    const match = decided([0.9]);
    expect(withBoth(match, () => undefined)).toBe(match);
  });
});
