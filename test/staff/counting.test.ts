import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedTurn, countOf, leavesNoTrace, tallied } from '../../src/staff/index.ts';

const TURN: CountedTurn = {
  channel: 'line',
  insurer: 'takasaki',
  input: 'typed',
  decision: 'answer',
  entry: 'certificate-lost',
  isSensitive: false,
};

describe('a turn is counted', () => {
  it.each([
    ['2026-11-22T14:59:59.999Z', '2026-11-22', 23],
    ['2026-11-22T15:00:00.000Z', '2026-11-23', 0],
    ['2025-12-31T15:00:00.000Z', '2026-01-01', 0],
  ])('in the day and hour of Tokyo: %s', (at, day, hour) => {
    const { isSensitive: _no, ...what } = TURN;
    expect(countOf(TURN, Date.parse(at))).toEqual({ ...what, day, hour, count: 1 });
  });

  it('by its day alone where it is sensitive: neither hour, insurer nor entry lead to anybody', () => {
    const count = countOf({ ...TURN, isSensitive: true }, Date.parse('2026-11-22T03:00:00Z'));
    expect(count).toEqual({
      day: '2026-11-22',
      hour: null,
      channel: 'line',
      insurer: null,
      input: 'typed',
      decision: 'answer',
      entry: null,
      count: 1,
    });
  });
});

describe('counts of the same thing', () => {
  it('are added up, whatever their order and their grouping', () => {
    const at = fc.constantFrom(0, 3_600_000);
    const count = fc
      .record({ at, insurer: fc.constantFrom(null, 'ako'), times: fc.constantFrom(-1, 1, 2) })
      .map((each) => countOf({ ...TURN, insurer: each.insurer }, each.at, each.times));
    fc.assert(
      fc.property(fc.array(count, { maxLength: 20 }), (counts) => {
        const sums = tallied(counts);
        for (const hour of [9, 10])
          for (const insurer of [null, 'ako']) {
            const same = (each: (typeof counts)[number]) => each.hour === hour && each.insurer === insurer;
            const by = counts.filter(same).reduce((sum, each) => sum + each.count, 0);
            expect(sums.filter(same).map((each) => each.count)).toEqual(by === 0 ? [] : [by]);
          }
        expect(tallied([...tallied(counts.slice(0, 5)), ...counts.slice(5)]).toSorted()).toHaveLength(
          sums.length,
        );
      }),
    );
  });
});

it.each([
  ['safety', {}, true],
  ['answer', { isSensitive: true as const }, true],
  ['choose', { isSensitive: true as const }, true],
  ['unknown', {}, false],
] as const)('a turn with the decision %s and %j leaves no trace: %s', (decision, sensitive, expected) => {
  expect(leavesNoTrace({ decision, reply: { parts: [], ...sensitive } })).toBe(expected);
});
