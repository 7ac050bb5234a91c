import { type IsoDate, isoDate } from './calendar.ts';

export type Era = '明治' | '大正' | '昭和' | '平成' | '令和';

/** An era with its first and last day in the Gregorian calendar. */
export interface EraSpan {
  readonly era: Era;
  readonly kana: string;
  /** As on forms: M, T, S, H, R; lower case, as normalised text has it. */
  readonly letter: string;
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** A date as the era calendar writes it; year 1 is 元年. */
export interface EraDate {
  readonly era: Era;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date meant, the date with the era it really belongs to, or no day of the calendar at all. */
export type InEra =
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'other-era'; readonly date: IsoDate; readonly belongs: EraDate }
  | { readonly kind: 'impossible' };

/**
 * The day of a change belongs to the new era (the edicts of 1912 and 1926: 以後ヲ改メテ; 元号を改める政令 of 1989 and 2019: from
 * the day after). 明治 counts from New Year's Day of 慶応4年, 1868-01-25; its dates before 1873-01-01 were lunar, but nobody
 * born then is alive.
 */
export const ERAS: readonly EraSpan[] = [
  { era: '明治', kana: 'めいじ', letter: 'm', first: span('1868-01-25'), last: span('1912-07-29') },
  { era: '大正', kana: 'たいしょう', letter: 't', first: span('1912-07-30'), last: span('1926-12-24') },
  { era: '昭和', kana: 'しょうわ', letter: 's', first: span('1926-12-25'), last: span('1989-01-07') },
  { era: '平成', kana: 'へいせい', letter: 'h', first: span('1989-01-08'), last: span('2019-04-30') },
  { era: '令和', kana: 'れいわ', letter: 'r', first: span('2019-05-01'), last: span('9999-12-31') },
];

/** The longest count that people carry on past the end of an era (昭和100年 is 2025); above it is a typing slip. */
const LONGEST_COUNT_YEARS = 200;

function span(text: string): IsoDate {
  return text as IsoDate;
}

function firstYear(era: Era): number {
  return Number(ERAS.find((each) => each.era === era)!.first.slice(0, 4));
}

/** A western year, month and day as a date, or undefined where the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): IsoDate | undefined {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return isoDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The western year of an era's year; 元年 is 1. */
export function westernYear(era: Era, year: number): number {
  return firstYear(era) + year - 1;
}

/** The date in the era calendar; undefined before 明治. */
export function eraDate(date: IsoDate): EraDate | undefined {
  const found = ERAS.find(({ first, last }) => first <= date && date <= last);
  if (found === undefined) return undefined;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { era: found.era, year: year - firstYear(found.era) + 1, month, day };
}

/** The day that era, year, month and day name, and the era it belongs to where that is another one. */
export function inEra(era: Era, year: number, month: number, day: number): InEra {
  if (year < 1 || year > LONGEST_COUNT_YEARS) return { kind: 'impossible' };
  const date = dateOf(westernYear(era, year), month, day);
  const belongs = date === undefined ? undefined : eraDate(date);
  if (date === undefined || belongs === undefined) return { kind: 'impossible' };
  return belongs.era === era ? { kind: 'date', date } : { kind: 'other-era', date, belongs };
}

/** 令和元年5月1日. */
export function formatEra({ era, year, month, day }: EraDate): string {
  return `${era}${year === 1 ? '元' : year}年${month}月${day}日`;
}

/** 2019年5月1日. */
export function formatWestern(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Both calendars, as residents need them beside forms of either kind: 令和9年6月30日(2027年6月30日). */
export function bothCalendars(date: IsoDate): string {
  const era = eraDate(date);
  return era === undefined ? formatWestern(date) : `${formatEra(era)}(${formatWestern(date)})`;
}
