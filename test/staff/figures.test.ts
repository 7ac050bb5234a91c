import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Figures,
  figuresBy,
  figuresOf,
  type OpinionCount,
  rightShare,
  risingTopics,
  shareOf,
  type TurnCount,
  timeToFix,
} from '../../src/staff/index.ts';
import { type IsoDate, plainDate, toIso } from '../../src/text/index.ts';

const TODAY = '2026-11-22' as IsoDate;
const daysAgo = (days: number) => toIso(plainDate(TODAY).subtract({ days }));
const turn = (over: Partial<TurnCount> = {}): TurnCount => ({
  day: TODAY,
  hour: 9,
  channel: 'web',
  insurer: 'ako',
  decision: 'answer',
  entry: 'myna-lost',
  count: 1,
  ...over,
});

const turns = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 40 }).map(daysAgo),
    hour: fc.option(fc.nat(23)),
    channel: fc.constantFrom('web', 'line'),
    insurer: fc.option(fc.constantFrom('ako', 'takasaki')),
    decision: fc.constantFrom('answer', 'choose', 'unknown', 'menu', 'safety'),
    entry: fc.option(fc.constantFrom('a', 'b', 'c')),
    count: fc.integer({ min: 1, max: 50 }),
  }),
) as fc.Arbitrary<TurnCount[]>;
const opinions = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 40 }).map(daysAgo),
    channel: fc.constantFrom('web', 'line'),
    insurer: fc.option(fc.constantFrom('ako', 'takasaki')),
    entry: fc.constantFrom('a', 'b', 'c'),
    helpful: fc.boolean(),
    count: fc.integer({ min: 1, max: 9 }),
  }),
) as fc.Arbitrary<OpinionCount[]>;

describe('the figures', () => {
  test('are separate: what was offered or not known is not answered, and the menu is no question', () => {
    const counts = [
      turn({ count: 5 }),
      turn({ decision: 'choose', count: 3 }),
      turn({ decision: 'unknown', entry: null, count: 2 }),
      turn({ decision: 'safety', entry: null, hour: null, count: 1 }),
      turn({ decision: 'menu', entry: null, count: 7 }),
    ];
    expect(figuresOf(counts, [])).toEqual({
      questions: 11,
      answered: 5,
      offered: 3,
      unknown: 2,
      safety: 1,
      menu: 7,
      helpful: 0,
      notHelpful: 0,
    });
  });

  test('of all values of a dimension together are the figures of everything', () => {
    const dimensions = fc.constantFrom('entry', 'channel', 'insurer', 'day', 'hour');
    fc.assert(
      fc.property(turns, opinions, dimensions, (asked, thought, dimension) => {
        const parts = [...figuresBy(dimension as 'day', asked, dimension === 'hour' ? [] : thought).values()];
        const whole = figuresOf(asked, dimension === 'hour' ? [] : thought);
        for (const name of Object.keys(whole) as (keyof Figures)[])
          expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(whole[name]);
      }),
    );
  });
});

describe('a share', () => {
  test('of nothing is none', () => {
    expect(rightShare({ right: 0, wrong: 0, unclear: 4 })).toBeUndefined();
  });

  test('of thirty answers is told with how sure it is', () => {
    // 28 of 30, Wilson's interval worked out by hand.
    const share = rightShare({ right: 28, wrong: 2, unclear: 0 })!;
    expect(share).toMatchObject({ share: 28 / 30, of: 30 });
    expect(share.low).toBeCloseTo(0.787, 3);
    expect(share.high).toBeCloseTo(0.982, 3);
  });

  test('lies within its range, which grows narrower with more', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 200 }), (part, more) => {
        const of = part + more;
        const [few, many] = [shareOf(part, of)!, shareOf(10 * part, 10 * of)!];
        expect(few.low).toBeLessThanOrEqual(few.share);
        expect(few.high).toBeGreaterThanOrEqual(few.share);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
        expect(few.low).toBeGreaterThanOrEqual(0);
        expect(few.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a topic that rises', () => {
  const weekly = (entry: string, weeks: readonly number[]) =>
    weeks.map((count, week) => turn({ entry, count, day: daysAgo(7 * week) }));

  test('is asked about far more than in the four weeks before', () => {
    const counts = [...weekly('steady', [20, 19, 21, 20, 20]), ...weekly('rises', [40, 10, 9, 11, 10])];
    expect(risingTopics(counts, TODAY)).toEqual([{ entry: 'rises', recent: 40, expected: 10 }]);
  });

  test('may be new, but not be two or three questions', () => {
    const counts = [...weekly('new', [9]), ...weekly('rare', [3])];
    expect(risingTopics(counts, TODAY).map(({ entry }) => entry)).toEqual(['new']);
  });

  test('is told by the days until today alone', () => {
    const counts = [turn({ count: 99, day: daysAgo(-1) }), turn({ count: 99, day: daysAgo(35) })];
    expect(risingTopics(counts, TODAY)).toEqual([]);
  });

  test('comes before those that rise less', () => {
    const counts = [...weekly('much', [90, 10, 10, 10, 10]), ...weekly('more', [50, 10, 10, 10, 10])];
    expect(risingTopics(counts, TODAY).map(({ entry }) => entry)).toEqual(['much', 'more']);
  });
});

describe('the time from a miss to its fix', () => {
  const within = (...times: readonly number[]) =>
    times.map((time) => ({ missedAt: 100, settledAt: 100 + time }));

  test('is not known before the first', () => {
    expect(timeToFix([])).toBeUndefined();
  });

  test('is half and nine tenths of the misses', () => {
    expect(timeToFix(within(10, 1, 2, 3, 4, 5, 6, 7, 8, 9))).toEqual({ median: 5, ninetieth: 9, of: 10 });
    expect(timeToFix(within(3))).toEqual({ median: 3, ninetieth: 3, of: 1 });
  });
});
