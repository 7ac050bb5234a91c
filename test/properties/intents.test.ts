import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadUnderstanding, readKnowledge } from '../../bin/assemble.ts';
import calibration from '../../src/intents/calibration.json' with { type: 'json' };
import { decide, holdsMyNumber, isMyNumber, probabilities, rawScores } from '../../src/intents/index.ts';
import { clausesOf } from '../../src/intents/reading/clauses.ts';
import { normalise } from '../../src/text/index.ts';
import { SENTENCES } from '../fixtures/sentences.ts';

const { kb } = readKnowledge();
const { detectSafety, match, model, analyser } = await loadUnderstanding(kb);

const score = fc.double({ min: -40, max: 40, noNaN: true });
const raw = fc
  .tuple(
    fc.array(
      fc.tuple(
        score,
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
      ),
      { minLength: 1 },
    ),
    fc.array(score),
  )
  .map(([topics, groups]) => ({
    linear: Float32Array.from(topics, ([logit]) => logit),
    words: Float32Array.from(topics, ([, words]) => words),
    meaning: Float32Array.from(topics, ([, , cosine]) => cosine),
    outOfScope: Float32Array.from(groups),
    nearest: 0,
  }));
const weights = fc.record({
  linear: fc.double({ min: 0, max: 3, noNaN: true }).filter((value) => value === 0 || value > 1e-6),
  words: fc.double({ min: 0, max: 1, noNaN: true }),
  meaning: fc.double({ min: 0, max: 5, noNaN: true }),
  outOfScope: fc.double({ min: -5, max: 5, noNaN: true }),
  bestWords: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('probabilities', () => {
  it('sum to 1, none below 0', () => {
    fc.assert(
      fc.property(
        raw.filter(({ outOfScope }) => outOfScope.length > 0),
        weights,
        (scores, fused) => {
          const { topics, outOfScope } = probabilities(scores, fused);
          expect(topics.reduce((a, b) => a + b, outOfScope)).toBeCloseTo(1, 9);
          expect(Math.min(...topics, outOfScope)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('decide: two to four offers, without repetition, the best first', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 });
    const thresholds = { outOfScope: 0.5, leastBest: 0.05, answer: 0.6, offerShare: 0.1 };
    fc.assert(
      fc.property(chances, fc.double({ min: 0, max: 1, noNaN: true }), (values, outOfScope) => {
        const model = { topics: values.map((_, i) => `t${i}`), outOfScope: ['x'] };
        const match = decide(
          model,
          { topics: Float64Array.from(values), outOfScope },
          Float32Array.of(0),
          thresholds,
        );
        expect(match.candidates.length).toBe(Math.min(4, values.length));
        expect(match.candidates[0]!.confidence).toBe(Math.max(...values));
        if (match.decision !== 'choose') return;
        expect(match.offered.length).toBeGreaterThanOrEqual(2);
        expect(match.offered.length).toBeLessThanOrEqual(4);
        expect(new Set(match.offered).size).toBe(match.offered.length);
        expect(match.offered[0]).toBe(match.candidates[0]!.entry);
      }),
      { numRuns: 500 },
    );
  });
});

describe('My Number', () => {
  /** 平成26年総務省令第85号 第5条, as the ordinance words it: P(n) is the n-th digit from the lowest of the eleven. */
  function checkDigit(eleven: string): number {
    let sum = 0;
    for (let n = 1; n <= 11; n += 1) {
      const p = Number(eleven.charAt(11 - n));
      const q = n <= 6 ? n + 1 : n - 5;
      sum += p * q;
    }
    const remainder = sum % 11;
    return remainder <= 1 ? 0 : 11 - remainder;
  }
  const eleven = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 11, maxLength: 11 });

  it('one check digit of ten is right, and it is the one of the ordinance', () => {
    fc.assert(
      fc.property(eleven, (digits) => {
        const right = [...'0123456789'].filter((check) => isMyNumber(digits + check));
        expect(right).toEqual([String(checkDigit(digits))]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found however it is grouped, and comes before every other concern', () => {
    fc.assert(
      fc.property(eleven, fc.constantFrom('', ' ', '-', 'ー', '−', '　', '\n', ' - '), (digits, gap) => {
        const groups = `${digits}${checkDigit(digits)}`.match(/\d{4}/g)!.join(gap);
        expect(holdsMyNumber(normalise(groups))).toBe(true);
        expect(detectSafety(`助けて。番号は${groups}です`)).toBe('my-number');
      }),
      { numRuns: 500 },
    );
  });

  it('is not found in a longer number', () => {
    fc.assert(
      fc.property(eleven, fc.integer({ min: 0, max: 9 }), (digits, more) => {
        const number = `${digits}${checkDigit(digits)}`;
        expect(holdsMyNumber(`${more}${number}`)).toBe(false);
        expect(holdsMyNumber(`${number}${more}`)).toBe(false);
      }),
    );
  });
});

it('detectSafety answers whatever is typed', () => {
  const typed = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(typed, (text) => {
      expect([undefined, 'medical', 'violence', 'self-harm', 'my-number']).toContain(detectSafety(text));
    }),
  );
});

describe('matching', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(...SENTENCES, '、', '。', '?', 'それと', 'なくしたら?', ' and '),
  );
  const typed = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const previous = fc.option(fc.constantFrom(...Object.keys(kb.entries), 'no-such-entry'), {
    nil: undefined,
  });

  it('answers whatever is typed after whatever was answered', () => {
    fc.assert(
      fc.property(typed, previous, (text, entry) => {
        const found = match(text, entry);
        expect(match(text, entry)).toEqual(found);
        if (found.decision !== 'choose') return;
        expect(found.offered.length).toBeGreaterThanOrEqual(2);
        expect(found.offered.length).toBeLessThanOrEqual(4);
        expect(new Set(found.offered).size).toBe(found.offered.length);
        for (const id of found.offered) expect(Object.hasOwn(kb.entries, id)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a text of one clause is read as a whole', () => {
    fc.assert(
      fc.property(typed.map(normalise), (text) => {
        fc.pre(clausesOf(text).length === 1);
        const raw = rawScores(model, analyser.analyse(text));
        const chances = probabilities(raw, calibration.weights);
        expect(match(text)).toEqual(decide(model, chances, raw.outOfScope, calibration.thresholds));
      }),
      { numRuns: 300 },
    );
  });
});
