import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresOf } from '../../bench/metrics.ts';

describe('by hand', () => {
  const perfect = { relevant: { a: 2, b: 1 }, ranking: ['a', 'b', 'x'] };
  // 理想は 2 + 1/log2(3)、得たのは 1/log2(2) + 2/log2(4) = 2
  const swapped = { relevant: { a: 2, b: 1 }, ranking: ['b', 'x', 'a'] };
  // 答え(2)がないので SR@1 には数えない
  const related = { relevant: { a: 1, b: 1 }, ranking: ['x', 'a'] };
  const swappedNdcg = 2 / (2 + 1 / Math.log2(3));
  const relatedNdcg = 1 / Math.log2(3) / (1 + 1 / Math.log2(3));

  it.each([
    ['the best ranking', perfect, 1, 1, 1],
    ['the answer behind', swapped, 1, swappedNdcg, 0],
    ['nothing found', { ...perfect, ranking: [] }, 0, 0, 0],
  ])('%s', (_name, query, recall, ndcg, first) => {
    const scores = scoresOf([query]);
    expect(scores.recall).toBeCloseTo(recall, 12);
    expect(scores.ndcg).toBeCloseTo(ndcg, 12);
    expect(scores.first).toBe(first);
  });

  it('the mean of three; SR@1 over the two that have an answer', () => {
    const { recall, ndcg, first } = scoresOf([perfect, swapped, related]);
    expect(recall).toBeCloseTo((1 + 1 + 0.5) / 3, 12);
    expect(ndcg).toBeCloseTo((1 + swappedNdcg + relatedNdcg) / 3, 12);
    expect(first).toBe(0.5);
  });

  it('what stands behind the tenth place does not count', () => {
    const others = Array.from({ length: 10 }, (_, i) => `x${i}`);
    expect(scoresOf([{ relevant: { a: 2 }, ranking: [...others, 'a'] }])).toEqual({
      recall: 0,
      ndcg: 0,
      first: 0,
    });
    const { recall, ndcg } = scoresOf([{ relevant: { a: 2 }, ranking: [...others.slice(1), 'a'] }]);
    expect(recall).toBe(1);
    expect(ndcg).toBeCloseTo(1 / Math.log2(11), 12);
  });
});

describe('any queries', () => {
  const ids = Array.from({ length: 14 }, (_, i) => `d${i}`);
  const query = fc.record({
    relevant: fc
      .uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 9 })
      .chain((some) =>
        fc
          .array(fc.constantFrom(1, 2), { minLength: some.length, maxLength: some.length })
          .map((grades) => Object.fromEntries(some.map((id, i) => [id, i === 0 ? 2 : grades[i]!]))),
      ),
    ranking: fc.shuffledSubarray(ids),
  });
  const queries = fc.array(query, { minLength: 1, maxLength: 5 });

  it('score from 0 to 1', () => {
    fc.assert(
      fc.property(queries, (some) => {
        for (const score of Object.values(scoresOf(some))) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('score 1 where the rankings are perfect', () => {
    fc.assert(
      fc.property(queries, (some) => {
        const perfect = some.map(({ relevant }) => ({
          relevant,
          ranking: Object.keys(relevant).sort((a, b) => relevant[b]! - relevant[a]!),
        }));
        const { recall, ndcg, first } = scoresOf(perfect);
        expect(recall).toBeCloseTo(1, 12);
        expect(ndcg).toBeCloseTo(1, 12);
        expect(first).toBe(1);
      }),
    );
  });
});
