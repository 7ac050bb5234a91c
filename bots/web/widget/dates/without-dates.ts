import {
  dateOf,
  dateText,
  fullDates,
  hasJapanese,
  type IsoDate,
  type Mention,
  westernYear,
} from '../../../../src/text/index.ts';
import { englishDatePatterns } from './english-dates.ts';

/** A text as it may be sent, and whether a date was taken out of it. */
export interface Undated {
  readonly text: string;
  readonly found: boolean;
}

/** A written date within a prepared text, by what is written and where. */
interface Found {
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Undefined where the day is not certain. */
  readonly date?: IsoDate | undefined;
}

const BIRTH = /生まれ|うまれ|産まれ|生年月日|誕生|たんじょう|ばーすでー|born|birth|d\.?o\.?b/;
const SENTENCE_END = /[。!?]/;
/** With the year at the end day and month are not certain, but it is all of a date. */
const YEAR_LAST = [/(?<!\d)\d{1,2}([-./])\d{1,2}\1(?:18|19|20)\d\d(?!\d)/g, ...englishDatePatterns(false)];
/** Dates without an era, a year or a day, and runs of digits: beside a word for birth they tell enough of a person. */
const PARTS = [
  /(?<!\d)\d{1,4}[年./-]の?\d{1,2}[月./-]の?\d{1,4}日?/g,
  /(?:明治|大正|昭和|平成|令和|[明大昭平令]|(?<![a-z])[mtshr])[. ]?\d{1,3}[年./-]の?\d{1,2}月?(?!\d)/g,
  /(?<!\d)(?:18|19|20|21)\d\d[年./-]の?\d{1,2}月?(?!\d)/g,
  /(?<!\d)\d{1,2}月の?(?:\d{1,2}日?|末日?)/g,
  /(?<![\d./-])\d{1,2}[./-]\d{1,2}(?![\d./-])/g,
  /(?<!\d)(?:\d{8}|\d{6})(?!\d)/g,
  ...englishDatePatterns(true),
];
const IN_PLACE = { ja: 'その日', en: 'that day' } as const;
/** Longer than any date when written without needless spaces. */
const LONGEST = 80;
/** More dates than a question has. */
const MOST = 30;

/** Takes out of a text every date that may be personal; `publicDates` stay, unless they may be somebody's birth. */
export function withoutDatesBut(publicDates: ReadonlySet<IsoDate>) {
  return (text: string, asOf: IsoDate): Undated => {
    const isPublic = (date: IsoDate | undefined, isBirth: boolean) =>
      date !== undefined && publicDates.has(date) && !(isBirth && date <= asOf);
    const personal = (prepared: string) => {
      const isBirth = ({ start, end }: Found) => BIRTH.test(sentenceAround(prepared, start, end));
      const full = fullIn(prepared);
      const stays = full.filter((found) => isPublic(found.date, isBirth(found)));
      const parts = partsIn(prepared).filter(
        (part) => isBirth(part) && !stays.some((stay) => overlap(stay, part)),
      );
      return [...full.filter((found) => !stays.includes(found)), ...parts].toSorted(longestFirst)[0];
    };
    return replaced(text, personal);
  };
}

function replaced(text: string, personal: (prepared: string) => Found | undefined): Undated {
  let found = personal(dateText(text));
  if (found === undefined) return { text, found: false };
  const by = !hasJapanese(text) && /[a-z]{2}/i.test(text) ? IN_PLACE.en : IN_PLACE.ja;
  let rest = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/\s+/g, ' ');
  for (let i = 0; found !== undefined && i < MOST; i += 1) {
    const place = locate(rest, found.written);
    // Written in a way that cannot be found again: the prepared text is less pretty, but safe to send.
    const { on, start, end } = place ?? { on: dateText(rest), start: found.start, end: found.end };
    rest = on.slice(0, start) + by + on.slice(end);
    found = personal(dateText(rest));
  }
  return { text: found === undefined ? rest : by, found: true };
}

interface Place {
  readonly on: string;
  readonly start: number;
  readonly end: number;
}

/** Where in the text as typed a date of the prepared text stands: the shortest stretch that is prepared to hold it. */
function locate(text: string, written: string): Place | undefined {
  const holds = (piece: string) => {
    const prepared = dateText(piece);
    return [...fullIn(prepared), ...partsIn(prepared)].some((found) => found.written === written);
  };
  for (let start = text.length - 1; start >= 0; start -= 1) {
    if (!holds(text.slice(start, start + LONGEST))) continue;
    for (let end = start + 1; end <= start + LONGEST; end += 1) {
      if (holds(text.slice(start, end))) return { on: text, start, end };
    }
  }
  return undefined;
}

/** All whole dates, of which `fullDates` knows the day. */
function fullIn(prepared: string): readonly Found[] {
  const read = fullDates(prepared).map((mention) => {
    const { start, end } = mention;
    return { written: prepared.slice(start, end), start, end, date: dayOf(mention) };
  });
  return [...read, ...matches(prepared, YEAR_LAST)];
}

function partsIn(prepared: string): readonly Found[] {
  return matches(prepared, PARTS);
}

function matches(prepared: string, patterns: readonly RegExp[]): readonly Found[] {
  return patterns.flatMap((pattern) =>
    [...prepared.matchAll(pattern)].map(({ 0: written, index }) => ({
      written,
      start: index,
      end: index + written.length,
    })),
  );
}

function dayOf({ typed: { era, year, month, day } }: Mention): IsoDate | undefined {
  if (day === 'last') return undefined;
  return dateOf(era === null ? year : westernYear(era, year), month, day);
}

function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(SENTENCE_END).at(-1) ?? '';
  const after = text.slice(end).split(SENTENCE_END)[0] ?? '';
  return before + text.slice(start, end) + after;
}

function overlap(a: Found, b: Found): boolean {
  return a.start < b.end && b.start < a.end;
}

function longestFirst(a: Found, b: Found): number {
  return b.written.length - a.written.length || b.start - a.start;
}
