import { ERAS, eraDate } from '../../../../src/text/era.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import { two, writtenDates } from '../../../support/written-dates.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ONES = ['', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'];

/** 1 to 99 as spoken. */
const spoken = (value: number) =>
  (value > 19 ? ONES[Math.floor(value / 10)]! : '') + (value > 9 ? 'じゅう' : '') + ONES[value % 10]!;

/** Every way of writing a date by which somebody could be told the day; the bot reads all of them. */
export function written(date: IsoDate): readonly string[] {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const era = eraDate(date)!;
  const { kana } = ERAS.find((each) => each.era === era.era)!;
  const month = MONTHS[m - 1]!;
  return [
    ...writtenDates(date),
    `${kana}${spoken(era.year)}ねん${spoken(m)}がつ${spoken(d)}にち`,
    `${era.era}\u200b${era.year}年\n${m}月　${d}日`,
    `${month} ${d}, ${y}`,
    `${d} ${month.slice(0, 3)} ${y}`,
    `${d}th of ${month.toUpperCase()} ${y}`,
    `${month.slice(0, 3)}. ${d} ${y}`,
    `${y}-${month.slice(0, 3)}-${two(d)}`,
  ];
}
