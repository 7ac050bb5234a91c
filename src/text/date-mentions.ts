import type { Typed } from './date-resolve.ts';
import { ERAS, type Era, westernYear } from './era.ts';

/** A date found in a text that `dateText` has prepared, and where it stands. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly typed: Typed;
  /** Whether the year is told in both calendars, and they disagree: 昭和31年(1957年). */
  readonly contradicts: boolean;
}

/** The parts that every pattern names alike; `also` is the year in the other calendar, in brackets. */
interface Groups {
  readonly era?: string;
  readonly y?: string;
  readonly m?: string;
  readonly d?: string;
  readonly also?: string;
}

export const ERA = '(?<era>明治|大正|昭和|平成|令和|[明大昭平令]|(?<![a-z])[mtshr])[. ]?';
/** Digits before it, also joined by a dash or dot, make a telephone or card number of it. */
export const START = '(?<!\\d)(?<!\\d[-./])';
const SEPARATOR = '(?: ?[/.、,・·。-] ?| )';
const ALSO = '(?:\\((?<also>[^()]{2,7})\\))?';
const YEAR_END = `(?:年${ALSO}[の、]?|${SEPARATOR})`;
const WESTERN = '(?<y>(?:18|19|20|21)\\d\\d)';
/** After a bare number neither digits nor a unit: amounts, house numbers and spans are no days. */
const NO_UNIT = '(?!\\d|[-./]\\d|[円番号人件月年時分%割]| ?か月| ?[~-] ?\\d)';
/** 11月1日, 11月末. */
export const KANJI_MONTH_DAY = `(?<m>\\d{1,2})月の?(?:(?<d>\\d{1,2})(?:日|${NO_UNIT})|(?<d>末)日?)`;
export const MONTH_DAY = `(?:${KANJI_MONTH_DAY}|(?<m>\\d{1,2})${SEPARATOR}(?<d>\\d{1,2})(?:日|${NO_UNIT}))`;

const COMPACT = `(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])${NO_UNIT}`;

const FULL = [
  new RegExp(`${ERA}(?<y>\\d{1,3})${YEAR_END}${MONTH_DAY}`, 'g'),
  new RegExp(`${ERA}(?<y>\\d{2})${COMPACT}`, 'g'),
  new RegExp(`${START}${WESTERN}${YEAR_END}${MONTH_DAY}`, 'g'),
  new RegExp(`${START}${WESTERN}${COMPACT}`, 'g'),
];

/** The era behind 昭和, 昭 or s. */
export function eraNamed(name: string): Era | null {
  return ERAS.find(({ era, letter }) => era.startsWith(name) || letter === name)?.era ?? null;
}

function contradicts(typed: Typed, also: string | undefined): boolean {
  if (also === undefined) return false;
  const other = /^(?<era>[^\d]*)(?<y>\d+)年?$/.exec(also)?.groups as Groups | undefined;
  if (other === undefined) return false;
  const era = other.era ? eraNamed(other.era) : null;
  const western = (of: Era | null, year: number) => (of === null ? year : westernYear(of, year));
  return western(era, Number(other.y)) !== western(typed.era, typed.year);
}

/** Month and day of a match of MONTH_DAY. */
export function monthDay({ m, d }: Groups): Pick<Typed, 'month' | 'day'> {
  return { month: Number(m), day: d === '末' ? 'last' : Number(d) };
}

function mention(match: RegExpExecArray): Mention {
  const groups = (match.groups ?? {}) as Groups;
  const era = groups.era === undefined ? null : eraNamed(groups.era);
  const typed: Typed = { era, year: Number(groups.y), ...monthDay(groups) };
  const start = match.index;
  return { start, end: start + match[0].length, typed, contradicts: contradicts(typed, groups.also) };
}

/** All dates with a year that is certain, in the order of the text. */
export function fullDates(text: string): readonly Mention[] {
  const found = FULL.flatMap((pattern) => [...text.matchAll(pattern)].map(mention));
  return found
    .filter(({ start, end }) => !found.some((other) => other.start < start && end <= other.end))
    .toSorted((a, b) => a.start - b.start);
}

/** What is left of the text when a date is taken out. */
export function without(text: string, { start, end }: Pick<Mention, 'start' | 'end'>): string {
  return text.slice(0, start) + text.slice(end);
}
