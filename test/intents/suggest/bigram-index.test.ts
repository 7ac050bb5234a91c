import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildBigramIndex,
  coverage,
  gramsOf,
  pairOf,
  type Term,
} from '../../../src/intents/suggest/bigram-index.ts';

const TEXTS = ['保険証紛失', '保険証の返却', 'ほけん', ''];
const index = buildBigramIndex(TEXTS);
const termsOf = (text: string): readonly Term[] => gramsOf(text).map((gram) => [gram]);
const covers = (terms: readonly Term[]) => [...coverage(index, terms)].map((cover) => +cover.toFixed(3));

describe('coverage', () => {
  it.each([
    ['保険証', [1, 1, 0, 0], 'held by two'],
    ['紛', [1, 0, 0, 0], 'a kanji alone'],
    ['ほ', [0, 0, 0, 0], 'a kana alone tells nothing'],
    ['', [0, 0, 0, 0], 'nothing'],
    ['xy', [0, 0, 0, 0], 'letters that nobody has'],
  ])('%j: %j (%s)', (text, expected) => expect(covers(termsOf(text))).toEqual(expected));

  it('a rare kanji weighs more than a usual one', () => {
    const [lost = 0, returned = 0] = covers([...termsOf('証'), ...termsOf('返')]);
    expect(returned).toBe(1);
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(0.5);
  });

  it('one of several will do, and counts once', () => {
    expect(covers([[pairOf('け', 'ん'), pairOf('ほ', 'け'), pairOf('ほ', 'ん')]])).toEqual([0, 0, 1, 0]);
  });

  it('no texts', () => expect(coverage(buildBigramIndex([]), termsOf('保険'))).toHaveLength(0));
});

describe('against a scan of all texts', () => {
  /** Whether a text has a gram, looked for as it is written down. */
  const holds = (text: string, [first, second]: readonly string[]) =>
    second === undefined ? text.includes(first!) : text.includes(first! + second);
  function naive(texts: readonly string[], terms: readonly (readonly string[][])[]): number[] {
    const has = (text: string, term: readonly string[][]) => term.some((gram) => holds(text, gram));
    const weights = terms.map((term) =>
      Math.log(1 + texts.length / (texts.filter((text) => has(text, term)).length + 0.5)),
    );
    const whole = weights.reduce((a, b) => a + b, 0);
    return texts.map((text) =>
      terms.reduce((sum, term, i) => (has(text, term) ? sum + weights[i]! / whole : sum), 0),
    );
  }

  const letter = fc.constantFrom(...'保険証期限ほけんし々a𠮷');
  const text = fc.string({ unit: letter, maxLength: 12 });
  const kanji = fc.constantFrom('保', '険', '々').map((one) => [one]);
  const pair = fc.tuple(fc.constantFrom(...'保険ほけa'), fc.constantFrom(...'険証けんa'));
  const term = fc.array(fc.oneof(kanji, pair), { minLength: 1, maxLength: 4 });

  it('every text for all terms', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(term, { maxLength: 8 }), (texts, terms) => {
        const grams = terms.map((each) =>
          each.map(([first, second]) =>
            second === undefined ? first!.charCodeAt(0) : pairOf(first!, second),
          ),
        );
        const expected = naive(texts, terms);
        coverage(buildBigramIndex(texts), grams).forEach((cover, i) => {
          expect(cover).toBeCloseTo(expected[i]!, 9);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a text covers the whole of every part of itself that has a gram', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), fc.nat(), fc.nat(), (texts, from, length) => {
        const whole = texts[0]!;
        const part = whole.slice(from % (whole.length + 1)).slice(0, length % (whole.length + 1));
        fc.pre(gramsOf(part).length > 0);
        expect(coverage(buildBigramIndex(texts), termsOf(part))[0]).toBeCloseTo(1, 9);
      }),
    );
  });
});
