import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSampler, mondayOf } from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';

const day = (text: string) => text as IsoDate;
const SIZE = 3;

/** A sample that keeps the lowest lots, as the store does. */
function sampleOf(size: number) {
  const offered: number[] = [];
  const offer = async (_question: string, _conversation: string, { lot }: { lot: number }) => {
    offered.push(lot);
    return offered.toSorted((a, b) => a - b)[size - 1];
  };
  return { offered, offer };
}

describe('a week', () => {
  test.each([
    ['2026-11-22', '2026-11-16', 'a Sunday ends it'],
    ['2026-11-23', '2026-11-23', 'a Monday begins it'],
    ['2027-01-01', '2026-12-28', 'it does not end with the year'],
  ])('of %s began on %s: %s', (date, monday) => {
    expect(mondayOf(day(date))).toBe(monday);
  });
});

describe('a sampler', () => {
  test('loses none of the lowest lots, though it offers few', async () => {
    const numbers = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(numbers, async (drawn) => {
        const { offered, offer } = sampleOf(SIZE);
        const rest = [...drawn];
        const sample = createSampler(offer, () => rest.shift()!);
        for (const _ of drawn) await sample('q', 'c', day('2026-11-22'));
        const lowest = (lots: readonly number[]) => lots.toSorted((a, b) => a - b).slice(0, SIZE);
        expect(lowest(offered)).toEqual(lowest(drawn.map((number) => Math.floor(number * 2 ** 31))));
      }),
    );
  });

  test('does not ask the store about a lot that cannot stay', async () => {
    const { offered, offer } = sampleOf(1);
    const rest = [0.5, 0.9, 0.7];
    const sample = createSampler(offer, () => rest.shift()!);
    for (let i = 0; i < 3; i++) await sample('q', 'c', day('2026-11-22'));
    expect(offered).toEqual([2 ** 30]);
  });

  test('begins anew with each week', async () => {
    const { offered, offer } = sampleOf(1);
    const rest = [0.1, 0.9];
    const sample = createSampler(offer, () => rest.shift()!);
    await sample('q', 'c', day('2026-11-22'));
    await sample('q', 'c', day('2026-11-23'));
    expect(offered).toHaveLength(2);
  });

  test('loses a sample, not the answer, where the store fails', async () => {
    const sample = createSampler(
      () => Promise.reject(new Error('gone')),
      () => 0,
    );
    await expect(sample('q', 'c', day('2026-11-22'))).resolves.toBeUndefined();
  });
});
