import fc from 'fast-check';
import { Matrix, SVD } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { indexOfSynonyms } from '../../bin/train.ts';
import { buildSearchIndex, createAnalyser, loadGeneralSynonyms, rank } from '../../src/intents/index.ts';
import type { Bag } from '../../src/intents/search/bag.ts';
import {
  BM25_DEFAULTS,
  bm25Matches,
  bm25Scores,
  buildBm25,
  withTexts,
} from '../../src/intents/search/bm25.ts';
import { FUSION_WEIGHTS, fuse } from '../../src/intents/search/fusion.ts';
import { fitLatentSpace, latentScores } from '../../src/intents/search/latent.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { CITY_FAQ } from '../fixtures/city-faq.ts';
import { distance, singularVectors, skewness } from '../fixtures/matrix.ts';

const term = fc.constantFrom('保険証', '紛失', '国保', '脱退', '期限', 'card');
const bag = (weight: fc.Arbitrary<number>): fc.Arbitrary<Bag> =>
  fc.uniqueArray(fc.tuple(term, weight), { selector: ([name]) => name }).map((terms) => new Map(terms));
const documents = fc.array(bag(fc.integer({ min: 1, max: 9 })), { maxLength: 8 });
const query = bag(fc.double({ min: 0.05, max: 2, noNaN: true }));

describe('bm25', () => {
  /** Robertson and Zaragoza 2009, equation by equation, over all documents. */
  function naive(bags: readonly Bag[], asked: Bag): readonly number[] {
    const { k1, b } = BM25_DEFAULTS;
    const lengthOf = (each: Bag) => [...each.values()].reduce((a, c) => a + c, 0);
    const mean = bags.map(lengthOf).reduce((a, c) => a + c, 0) / bags.length;
    return bags.map((each) => {
      let score = 0;
      for (const [name, weight] of asked) {
        const tf = each.get(name) ?? 0;
        const df = bags.filter((other) => other.has(name)).length;
        const idf = Math.log(1 + (bags.length - df + 0.5) / (df + 0.5));
        if (tf > 0)
          score += (weight * idf * tf * (k1 + 1)) / (tf + k1 * (1 - b + b * (lengthOf(each) / mean)));
      }
      return score;
    });
  }

  it('scores every document for every query as the formula does', () => {
    fc.assert(
      fc.property(documents, query, (bags, asked) => {
        const expected = naive(bags, asked);
        const scores = bm25Scores(buildBm25(bags), asked);
        expect(scores).toHaveLength(bags.length);
        scores.forEach((score, i) => {
          expect(score).toBeCloseTo(expected[i]!, 4);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('with texts added is as if it had been built with them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(bag(fc.integer({ min: 1, max: 9 })), documents), { maxLength: 6 }),
        query,
        (pairs, asked) => {
          const texts = pairs.map(([, added]) => added[0] ?? new Map<string, number>());
          const together = pairs.map(([first], i) => {
            const sum = new Map(first);
            for (const [name, count] of texts[i]!) sum.set(name, (sum.get(name) ?? 0) + count);
            return sum;
          });
          const grown = withTexts(buildBm25(pairs.map(([first]) => first)), new Map(texts.entries()));
          const expected = bm25Scores(buildBm25(together), asked);
          bm25Scores(grown, asked).forEach((score, i) => {
            expect(score).toBeCloseTo(expected[i]!, 4);
          });
        },
      ),
    );
  });

  it('what the words add is the score, the most telling first', () => {
    fc.assert(
      fc.property(documents, query, (bags, asked) => {
        const index = buildBm25(bags);
        bm25Scores(index, asked).forEach((score, document) => {
          const shares = bm25Matches(index, asked, document).map(([, share]) => share);
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(score, 4);
          expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        });
      }),
    );
  });
});

/** Of any shape, half of the cells empty; often of a lower rank than its shape. */
const matrix = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, width]) => {
    const cell = fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 5 }));
    const row = fc.array(cell, { minLength: width, maxLength: width });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });

describe('the singular vectors, against a dense decomposition', () => {
  /** Below this share of the longest, a direction may be taken for a rounding error. */
  const FAINT = 0.02;
  const reference = (dense: readonly (readonly number[])[]) =>
    new SVD(new Matrix(dense.map((row) => [...row])), { autoTranspose: true });

  it('are orthogonal, and keep as much as the best do', () => {
    fc.assert(
      fc.property(matrix, fc.integer({ min: 1, max: 8 }), (dense, sought) => {
        const vectors = singularVectors(dense, sought);
        expect(skewness(vectors)).toBeLessThan(1e-6);
        const squares = reference(dense).diagonal.map((value) => value ** 2);
        const best = squares.slice(0, sought).reduce((a, b) => a + b, 0);
        const kept = new Matrix(dense).mmul(vectors).norm() ** 2;
        expect(Math.abs(kept - best)).toBeLessThanOrEqual(1e-6 * best);
      }),
      { numRuns: 300 },
    );
  });

  it('span the same space where it is unique', () => {
    fc.assert(
      fc.property(matrix, fc.integer({ min: 1, max: 7 }), (dense, sought) => {
        const { diagonal, rightSingularVectors } = reference(dense);
        const [longest, last, next] = [diagonal[0]!, diagonal[sought - 1] ?? 0, diagonal[sought] ?? 0];
        fc.pre(last > FAINT * longest && last - next > FAINT * longest);
        const ours = singularVectors(dense, sought);
        const best = rightSingularVectors.subMatrix(0, dense[0]!.length - 1, 0, sought - 1);
        expect(distance(ours.mmul(ours.transpose()), best.mmul(best.transpose()))).toBeLessThan(1e-5);
      }),
      { numRuns: 300 },
    );
  });
});

describe('latent meaning', () => {
  it('is a cosine, and a document is nearest to itself', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 6 }), (bags, dimensions) => {
        const space = fitLatentSpace(bags, dimensions);
        bags.forEach((each, i) => {
          const scores = latentScores(space, each);
          for (const score of scores) expect(Math.abs(score)).toBeLessThanOrEqual(1 + 1e-6);
          if (scores.some((score) => score !== 0)) expect(scores[i]).toBeCloseTo(1, 5);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('fusion', () => {
  const views = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: -100, max: 100 })), { maxLength: 8 })
    .map((pairs) => ({
      words: Float32Array.from(pairs, ([words]) => words / 10),
      meaning: Float32Array.from(pairs, ([, meaning]) => meaning / 100),
      learned: new Float32Array(pairs.length),
    }));

  it('is the weighted sum of the shares of the best', () => {
    fc.assert(
      fc.property(views, ({ words, meaning, learned }) => {
        const [mostWords, mostMeaning] = [Math.max(0, ...words) || 1, Math.max(0, ...meaning) || 1];
        fuse({ words, meaning, learned }).forEach((score, i) => {
          const share =
            (FUSION_WEIGHTS.words * words[i]!) / mostWords +
            (FUSION_WEIGHTS.meaning * Math.max(0, meaning[i]!)) / mostMeaning;
          expect(score).toBeCloseTo(share, 4);
        });
      }),
    );
  });

  it('does not care for the scale of a view that finds something', () => {
    const doublings = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(views, doublings, doublings, ({ words, meaning, learned }, byWords, byMeaning) => {
        fc.pre(meaning.some((cosine) => cosine > 0));
        const scaled = {
          words: words.map((score) => score * 2 ** byWords),
          meaning: meaning.map((score) => score * 2 ** byMeaning),
          learned,
        };
        expect(fuse(scaled)).toEqual(fuse({ words, meaning, learned }));
      }),
    );
  });
});

describe('the ranking of an FAQ', async () => {
  const tokenise = await loadTokenizer();
  const { analyse } = createAnalyser(tokenise, indexOfSynonyms(tokenise));
  const index = buildSearchIndex(CITY_FAQ, { analyse }, await loadGeneralSynonyms());
  const words = ['粗大', 'ごみ', '引っ越し', 'ひっこし', '住民票', '犬', 'card', ' ', '。', '\ud800', '届'];
  const typed = fc
    .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...words)), { maxLength: 8 })
    .map((pieces) => pieces.join(''));

  it('holds documents of it, none twice, no more than asked for, and the first of a longer ranking', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 15 }), (text, most) => {
        const ranking = rank(index, analyse(text), most);
        expect(ranking.length).toBeLessThanOrEqual(most);
        expect(new Set(ranking).size).toBe(ranking.length);
        expect(ranking.filter((id) => !index.ids.includes(id))).toEqual([]);
        expect(ranking).toEqual(rank(index, analyse(text), CITY_FAQ.length).slice(0, most));
      }),
      { numRuns: 300 },
    );
  });
});
