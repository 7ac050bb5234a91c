import { expect, it } from 'vitest';
import { day } from '../../src/rules/ages.ts';
import { isMunicipalHoliday, nextOpenDay } from '../../src/rules/municipal-holidays.ts';

it.each([
  ['2026-10-16', '2026-10-16', '金曜日は開いている'],
  ['2026-10-17', '2026-10-19', '土曜日'],
  ['2026-10-18', '2026-10-19', '日曜日'],
  ['2026-09-19', '2026-09-24', '土日、敬老の日、国民の休日、秋分の日'],
  ['2026-05-03', '2026-05-07', '憲法記念日は日曜日で、振替休日は6日'],
  ['2026-12-28', '2026-12-28', '御用納め'],
  ['2026-12-29', '2027-01-04', '年末年始'],
  ['2028-12-29', '2029-01-04', '年末年始'],
  ['2027-01-03', '2027-01-04', '三が日の終わり'],
])('%s: next open day %s (%s)', (date, open) => {
  expect(nextOpenDay(day(date))).toBe(open);
  expect(isMunicipalHoliday(day(date))).toBe(date !== open);
});
