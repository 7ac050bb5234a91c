import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IsoDate, plainDate, toIso } from '../../src/text/calendar.ts';
import { bothCalendars, ERAS, eraDate, inEra, westernYear } from '../../src/text/era.ts';

const day = (text: string) => text as IsoDate;

describe('the borders of the eras', () => {
  it.each([
    ['1912-07-29', '明治45年7月29日(1912年7月29日)'],
    ['1912-07-30', '大正元年7月30日(1912年7月30日)'],
    ['1926-12-24', '大正15年12月24日(1926年12月24日)'],
    ['1926-12-25', '昭和元年12月25日(1926年12月25日)'],
    ['1989-01-07', '昭和64年1月7日(1989年1月7日)'],
    ['1989-01-08', '平成元年1月8日(1989年1月8日)'],
    ['2019-04-30', '平成31年4月30日(2019年4月30日)'],
    ['2019-05-01', '令和元年5月1日(2019年5月1日)'],
    ['2027-06-30', '令和9年6月30日(2027年6月30日)'],
    ['1850-06-30', '1850年6月30日'],
  ])('%s is %s', (date, both) => expect(bothCalendars(day(date))).toBe(both));

  it('the eras follow each other without a gap', () => {
    for (const [i, { first }] of ERAS.entries()) {
      const before = ERAS[i - 1];
      if (before !== undefined) expect(toIso(plainDate(before.last).add({ days: 1 }))).toBe(first);
    }
  });
});

describe('inEra', () => {
  it.each([
    ['昭和', 64, 1, 7, 'date', '1989-01-07'],
    ['昭和', 64, 1, 8, 'other-era', '1989-01-08'],
    ['昭和', 64, 2, 1, 'other-era', '1989-02-01'],
    ['昭和', 65, 1, 1, 'other-era', '1990-01-01'],
    ['平成', 1, 1, 7, 'other-era', '1989-01-07'],
    ['平成', 1, 1, 8, 'date', '1989-01-08'],
    ['平成', 31, 4, 30, 'date', '2019-04-30'],
    ['平成', 31, 5, 1, 'other-era', '2019-05-01'],
    ['昭和', 100, 4, 1, 'other-era', '2025-04-01'],
  ] as const)('%s%i年%i月%i日: %s %s', (era, year, month, date, kind, iso) => {
    expect(inEra(era, year, month, date)).toMatchObject({ kind, date: iso });
  });

  it.each([
    ['昭和', 65, 13, 40],
    ['昭和', 31, 2, 30],
    ['昭和', 0, 1, 1],
    ['令和', 999, 1, 1],
  ] as const)('%s%i年%i月%i日 is no day', (era, year, month, date) => {
    expect(inEra(era, year, month, date)).toEqual({ kind: 'impossible' });
  });

  it('names the era that a day belongs to', () => {
    expect(inEra('昭和', 65, 1, 1)).toMatchObject({ belongs: { era: '平成', year: 2 } });
  });
});

it('every day since 明治 goes to its era and back', () => {
  const first = plainDate(ERAS[0]!.first);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90_000 }), (days) => {
      const date = toIso(first.add({ days }));
      const { era, year, month, day: dayOfMonth } = eraDate(date)!;
      expect(inEra(era, year, month, dayOfMonth)).toEqual({ kind: 'date', date });
      expect(westernYear(era, year)).toBe(plainDate(date).year);
    }),
  );
});
