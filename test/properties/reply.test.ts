import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillDates, withWesternDates } from '../../src/reply/index.ts';

const LAST = Date.UTC(2099, 11, 31);
const FIRST = Date.UTC(2019, 4, 1);
/** A day of 令和 by JavaScript's own calendar. */
const day = fc
  .integer({ min: 0, max: (LAST - FIRST) / 86_400_000 })
  .map((days) => new Date(FIRST + days * 86_400_000))
  .map((date) => ({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    iso: date.toISOString().slice(0, 10),
  }));

it('both ways of writing a date in a sentence come out the same', () => {
  fc.assert(
    fc.property(day, ({ year, month, date, iso }) => {
      const era = `令和${year === 2019 ? '元' : year - 2018}年${month}月${date}日`;
      const both = `${era}(${year}年${month}月${date}日)`;
      expect(fillDates(`{${iso}}まで`)).toBe(`${both}まで`);
      expect(withWesternDates(`${era}まで`)).toBe(`${both}まで`);
    }),
  );
});

it('twice is once, whatever stands around the dates', () => {
  const piece = fc.oneof(
    day.map(({ year, month, date }) => `令和${year - 2018}年${month}月${date}日`),
    fc.constantFrom('(', '（', '2026年8月1日', ')', '。', '{2027-06-30}', '令和', '令和8年8月1日', '元年'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const once = withWesternDates(fillDates(text));
      expect(withWesternDates(fillDates(once))).toBe(once);
    }),
    { numRuns: 1000 },
  );
});
