import { type IsoDate, plainDate, toIso } from './calendar.ts';
import { type Asking, impossible, outsideEra, unclear } from './date-problems.ts';
import type { DateReading } from './dates.ts';
import { dateOf, type Era, formatEra, inEra, westernYear } from './era.ts';

/** Year, month and day as typed, the year in its era or western; `last` is the end of the month (月末). */
export interface Typed {
  readonly era: Era | null;
  readonly year: number;
  readonly month: number;
  readonly day: number | 'last';
}

/** Joining and due dates may lie ahead by a little; more than this and last year's is meant. */
const SOON_DAYS = 60;
/** Feb 29 comes once in four years, after 2096 once in eight. */
const YEARS_AROUND = 8;
const LEAP_YEAR = 2000;

/** The year that a date falls in, western. */
export function yearOf(date: IsoDate): number {
  return plainDate(date).year;
}

function lastDay(year: number, month: number): number {
  return month >= 1 && month <= 12 ? Temporal.PlainYearMonth.from({ year, month }).daysInMonth : 31;
}

/** A fully typed date as a reading: the date, or why there is no such day. */
export function resolve({ era, year, month, day }: Typed, asking: Asking): DateReading {
  const western = era === null ? year : westernYear(era, year);
  const dayNumber = day === 'last' ? lastDay(western, month) : day;
  if (era === null) {
    const date = dateOf(year, month, dayNumber);
    return date === undefined
      ? impossible(`${year}年${month}月${dayNumber}日`, asking)
      : { kind: 'date', date, era };
  }
  const read = inEra(era, year, month, dayNumber);
  switch (read.kind) {
    case 'date':
      return { kind: 'date', date: read.date, era };
    case 'other-era':
      return outsideEra({ era, year, month, day: dayNumber }, read.date, asking);
    case 'impossible':
      return impossible(formatEra({ era, year, month, day: dayNumber }), asking);
  }
}

function nearest(candidates: readonly IsoDate[], asOf: IsoDate): IsoDate | undefined {
  const distance = (date: IsoDate) => Math.abs(plainDate(asOf).until(plainDate(date)).total('days'));
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The sensible one of the same day in the years around `asOf`; undefined where only the resident can say. */
function choose(candidates: readonly IsoDate[], { slot, asOf }: Asking, over: boolean): IsoDate | undefined {
  const upTo = (limit: IsoDate) => candidates.findLast((date) => date <= limit);
  switch (slot) {
    case 'birthDate':
      return undefined;
    case 'issuedOn':
      return upTo(asOf);
    case 'joinedOn':
    case 'dueOn':
      return upTo(toIso(plainDate(asOf).add({ days: SOON_DAYS })));
    case 'expiresOn':
    case 'residenceUntil':
      return over ? upTo(asOf) : candidates.find((date) => date >= asOf);
    default:
      return nearest(candidates, asOf);
  }
}

/** A month and day without a year; `over` where the resident says that the date has passed. */
export function resolveYearless(
  month: number,
  day: number | 'last',
  asking: Asking,
  over: boolean,
): DateReading {
  const written = `${month}月${day === 'last' ? '末' : `${day}日`}`;
  if (dateOf(LEAP_YEAR, month, day === 'last' ? lastDay(LEAP_YEAR, month) : day) === undefined) {
    return impossible(written, asking);
  }
  const thisYear = yearOf(asking.asOf);
  const years = Array.from({ length: 2 * YEARS_AROUND + 1 }, (_, i) => thisYear - YEARS_AROUND + i);
  const candidates = years.flatMap(
    (year) => dateOf(year, month, day === 'last' ? lastDay(year, month) : day) ?? [],
  );
  const date = choose(candidates, asking, over);
  return date === undefined
    ? unclear(`${written}が何年かがわかりません。`, asking)
    : { kind: 'date', date, era: null };
}
