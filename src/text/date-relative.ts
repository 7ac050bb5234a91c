import { type IsoDate, plainDate, toIso } from './calendar.ts';
import { MONTH_DAY, monthDay } from './date-mentions.ts';
import { type Asking, unclear } from './date-problems.ts';
import { resolve, yearOf } from './date-resolve.ts';
import type { DateReading } from './dates.ts';

const DAYS: Readonly<Record<string, number>> = {
  さきおととい: -3, おととい: -2, 昨日: -1, きのう: -1, さくじつ: -1, 今日: 0, きょう: 0, 本日: 0, ほんじつ: 0,
  明日: 1, あした: 1, あす: 1, 明後日: 2, あさって: 2, しあさって: 3,
}; // biome-ignore format: read as a line of days
const WEEKS: Readonly<Record<string, number>> = { 先々週: -2, 先週: -1, 今週: 0, 来週: 1, 再来週: 2 };
const MONTHS: Readonly<Record<string, number>> = { 先々月: -2, 先月: -1, 今月: 0, 来月: 1, 再来月: 2 };
const YEARS: Readonly<Record<string, number>> = {
  おととし: -2, 去年: -1, 昨年: -1, 今年: 0, 本年: 0, 来年: 1, 再来年: 2,
}; // biome-ignore format: read as a line of years
/** In the order of Temporal's dayOfWeek, Monday = 1. */
const WEEKDAYS = '月火水木金土日';
const SUNDAY = 7;

function anyOf(table: Readonly<Record<string, number>>): string {
  return `(${Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join('|')})`;
}

/** きょう stands in 東京 and 共済, きのう in 機能: neither other kana before it nor a going on after it. */
const DAY_WORD = new RegExp(
  `(?<![ぁ-ん](?<![はがもにで]))${anyOf(DAYS)}(?=$|[^ぁ-んー]|です|でした|だった|だよ|だ$|に|から|まで|より|付|生|うま)`,
);
/** "期限の3日前" and "それから14日後" count from another day than today. */
const COUNTED_DAYS = /(?<!の|から|より)(?<!\d)(\d{1,3}) ?(日|週間) ?(前|まえ|後|ご(?![ぁ-ん]))/;
const WEEKDAY = new RegExp(`${anyOf(WEEKS)}の?([${WEEKDAYS}])曜`);
const MONTH_AND_DAY = new RegExp(`${anyOf(MONTHS)}の?(?:(\\d{1,2})日|(末|終わり|いっぱい))`);
const YEAR_AND_DAY = new RegExp(`${anyOf(YEARS)}の? ?${MONTH_DAY}`);
/** Only where it stands at the front: elsewhere such words belong to a sentence about something else. */
const SPAN = new RegExp(
  `^(?:${anyOf(WEEKS)}|${anyOf(MONTHS)}|${anyOf(YEARS)}(?:の?\\d{1,2}月)?|(?:約|だいたい)?\\d{1,2}(?:[かヶゖ]月|年)(?:くらい|ほど)?(?:前|まえ|後))(?:$|です|でした|に|ごろ|頃|くらい)`,
);

function plus(asOf: IsoDate, duration: Temporal.DurationLike): DateReading {
  return { kind: 'date', date: toIso(plainDate(asOf).add(duration)), era: null };
}

/** Whether a week begins on Sunday or Monday is nobody's law: where the two differ, the resident is asked. */
function weekday(weeks: number, dayOfWeek: number, asking: Asking): DateReading {
  const today = plainDate(asking.asOf);
  const fromMonday = weeks * 7 + dayOfWeek - today.dayOfWeek;
  const fromSunday = weeks * 7 + (dayOfWeek % SUNDAY) - (today.dayOfWeek % SUNDAY);
  return fromMonday === fromSunday
    ? plus(asking.asOf, { days: fromMonday })
    : unclear('どの週の曜日かがはっきりしません。', asking);
}

function dayOfMonth(months: number, day: number | 'last', asking: Asking): DateReading {
  const { year, month } = plainDate(asking.asOf).toPlainYearMonth().add({ months });
  return resolve({ era: null, year, month, day }, asking);
}

/** きのう, 3日前, 先週の月曜, 先月の20日, 今月末, 去年の5月1日, counted from `asOf`; undefined where the text has none. */
export function relativeDate(text: string, asking: Asking): DateReading | undefined {
  const year = YEAR_AND_DAY.exec(text);
  if (year !== null) {
    const typed = { era: null, year: yearOf(asking.asOf) + YEARS[year[1]!]!, ...monthDay(year.groups ?? {}) };
    return resolve(typed, asking);
  }
  const month = MONTH_AND_DAY.exec(text);
  if (month !== null) {
    return dayOfMonth(MONTHS[month[1]!]!, month[2] === undefined ? 'last' : Number(month[2]), asking);
  }
  const week = WEEKDAY.exec(text);
  if (week !== null) return weekday(WEEKS[week[1]!]!, WEEKDAYS.indexOf(week[2]!) + 1, asking);
  const counted = COUNTED_DAYS.exec(text);
  if (counted !== null) {
    const days = Number(counted[1]) * (counted[2] === '日' ? 1 : 7);
    return plus(asking.asOf, { days: /前|まえ/.test(counted[3]!) ? -days : days });
  }
  const word = DAY_WORD.exec(text);
  if (word !== null) return plus(asking.asOf, { days: DAYS[word[1]!]! });
  return SPAN.test(text) ? unclear('何日かがわかりません。', asking) : undefined;
}

/** The western year that 去年, 今年 or 来年 names. */
export function relativeYear(word: string, asOf: IsoDate): number | undefined {
  const offset = YEARS[word];
  return offset === undefined ? undefined : yearOf(asOf) + offset;
}
