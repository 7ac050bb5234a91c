import type { IsoDate } from './calendar.ts';
import { ERA, fullDates, KANJI_MONTH_DAY, type Mention, monthDay, START } from './date-mentions.ts';
import { type Asking, impossible, unclear, whichEra } from './date-problems.ts';
import { relativeDate } from './date-relative.ts';
import { resolve, resolveYearless } from './date-resolve.ts';
import { dateText } from './date-text.ts';
import type { DateReading } from './dates.ts';

/** Words beside the date that is meant, where a sentence has several. */
const CUES: Readonly<Record<string, RegExp>> = {
  birthDate: /生まれ|うまれ|生年月日|誕生|^ ?生/,
  residenceUntil: /在留|満了|まで/,
  issuedOn: /発行|交付|作/,
  expiresOn: /期限|満了|まで|切れ/,
  joinedOn: /加入|入社|就職|入っ|入り/,
  dueOn: /納期|納付|期限/,
};
/** How far from a date such a word can stand, in characters. */
const CUE_REACH = 8;
const OVER = /切れ|過ぎ|すぎ/;

const COPULA = '(?:です|でした)?[。 ]*';

const ERALESS = new RegExp(
  `${START}(?<y>\\d{1,3})(?:年[の、]?\\d{1,2}月(?!\\d{3})|年${COPULA}$|([-./])\\d{1,2}\\2\\d{1,2}(?!\\d|[-./]\\d))`,
);
const WESTERN_LAST = new RegExp(`${START}\\d{1,2}([-./])\\d{1,2}\\1(?:19|20)\\d\\d(?!\\d)`);
/** The whole text: in a sentence six digits are a post code or a part number. */
const SIX_DIGITS = /^(\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:です|生まれ.*)?$/;
const EIGHT_DIGITS = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:です|生まれ.*)?$/;
const YEAR_ONLY = new RegExp(
  `(?:${ERA}\\d{1,3}|${START}(?:18|19|20|21)\\d\\d)年(?<month>[の、]?\\d{1,2}月)?(?!度|間|代|目|\\d)`,
);
const MONTH_AND_DAY = new RegExp(`(?<!\\d|年|毎年の?|毎)${KANJI_MONTH_DAY}`);
/** 6/30 is a date only where a date is said: 1/3 is a share as well, and 11.1 or 6-30 anything. */
const SLASHED =
  /^\D{0,12}?(?<!\d|\d[-./])(?<m>\d{1,2})\/(?<d>\d{1,2})(?=$|[\s、。)(]|です|でした|だ|に|から|まで|付|生|頃|ごろ)/;

/** Of several dates the one beside a word for the slot, or the only day they all name. */
function pick(text: string, mentions: readonly Mention[], asking: Asking): DateReading {
  const cue = CUES[asking.slot];
  const near = (mention: Mention) => {
    const next = mentions.find(({ start }) => start >= mention.end)?.start ?? text.length;
    const previous = mentions.findLast(({ end }) => end <= mention.start)?.end ?? 0;
    const before = text.slice(Math.max(previous, mention.start - CUE_REACH), mention.start);
    const after = text.slice(mention.end, Math.min(next, mention.end + CUE_REACH));
    return { before: cue?.test(before) ?? false, after: cue?.test(after) ?? false };
  };
  // What follows a date binds closer than what precedes it: 2026年4月1日に加入、昭和31年11月1日生まれ.
  const after = mentions.filter((mention) => near(mention).after);
  const before = mentions.filter((mention) => near(mention).before);
  const meant = [after, before, mentions].find((some) => some.length > 0) ?? [];
  const readings = meant.map(({ typed }) => resolve(typed, asking));
  const first = readings[0] ?? { kind: 'none' };
  if (meant.some(({ contradicts }) => contradicts))
    return unclear('和暦と西暦の年が合っていません。', asking);
  const same = (reading: DateReading) =>
    reading.kind === 'date' && first.kind === 'date' ? reading.date === first.date : reading === first;
  return readings.every(same) ? first : unclear('日付が二つ以上あり、どれかがわかりません。', asking);
}

/** The whole text is one part of a date: an answer, but not enough of one. */
const PARTS_ALONE: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${ERA}\\d{1,3}${COPULA}$`), '何月何日か'],
  [new RegExp(`^(?:${ERA}\\d{1,3}|(?:19|20)\\d\\d)[/.]\\d{1,2}${COPULA}$`), '何日か'],
  [new RegExp(`^\\d{1,2}月${COPULA}$`), '何年何月何日か'],
  [new RegExp(`^\\d{1,2}日${COPULA}$`), '何年何月か'],
];

/** Dates that only the resident can complete: a year without month or day, or without its era. */
function incomplete(text: string, asking: Asking): DateReading | undefined {
  const year = YEAR_ONLY.exec(text);
  if (year !== null) {
    const missing = year.groups?.month === undefined ? '何月何日か' : '何日か';
    return unclear(`${missing}がわかりません。`, asking);
  }
  const eraless = ERALESS.exec(text);
  if (eraless !== null) return whichEra(Number(eraless.groups?.y), asking);
  const six = SIX_DIGITS.exec(text);
  if (six !== null) return whichEra(Number(six[1]), asking);
  if (WESTERN_LAST.test(text)) return unclear('年・月・日の順番がはっきりしません。', asking);
  const alone = PARTS_ALONE.find(([pattern]) => pattern.test(text));
  if (alone !== undefined) return unclear(`${alone[1]}がわかりません。`, asking);
  const eight = EIGHT_DIGITS.exec(text);
  if (eight === null) return undefined;
  const [y, m, d] = eight.slice(1).map(Number);
  return impossible(`${y}年${m}月${d}日`, asking);
}

function yearless(text: string, asking: Asking): DateReading | undefined {
  const match = MONTH_AND_DAY.exec(text) ?? SLASHED.exec(text);
  if (match === null) return undefined;
  const { month, day } = monthDay(match.groups ?? {});
  return resolveYearless(month, day, asking, OVER.test(text));
}

/**
 * The date in what a resident typed, raw or normalised. `slot` gives a date without a year its direction (the slots of
 * src/rules); `asOf` is today in Asia/Tokyo. Never guesses: what is not certain comes back as a request to type it again.
 */
export function readDate(raw: string, slot: string, asOf: IsoDate): DateReading {
  const asking: Asking = { slot, asOf };
  const text = dateText(raw);
  const full = fullDates(text);
  if (full.length > 0) return pick(text, full, asking);
  return relativeDate(text, asking) ?? incomplete(text, asking) ?? yearless(text, asking) ?? { kind: 'none' };
}
