import { ERAS, westernYear } from '../era.ts';
import { toHiragana } from '../kana.ts';
import { readNumber } from '../numerals.ts';
import type { Finder, Span } from './span.ts';

const NUMBER = '(?:\\d{1,4}|[〇○零一二三四五六七八九十百千壱弐参拾元]{1,8})';
const ERA =
  '(?<era>明治|大正|昭和|平成|令和|めいじ|たいしょう|しょうわ|へいせい|れいわ|meiji|taisho|showa|shouwa|heisei|reiwa|[明大昭平令]|(?<![a-z])[mtshr])';
const SEPARATOR = '\\s?(?:[-./・、,ー\\\\]|\\s)\\s?';
const ASIDE = '(?:\\s?\\([^()]{2,9}\\))?';
const AFTER_YEAR = `(?:\\s?(?:年|ねん|nen)${ASIDE}の?[,、]?\\s?|${SEPARATOR})`;
const MONTH = `(?:0?[1-9]|1[0-2]|[一二三四五六七八九十]{1,2}|元)`;
const DAY = `(?:[12]\\d|3[01]|0?[1-9]|[一二三四五六七八九十廿卅]{1,3})`;
const MONTH_DAY = `${MONTH}(?:\\s?(?:月|がつ|gatsu)の?\\s?|${SEPARATOR})${DAY}(?:\\s?(?:日|にち|nichi|ka)|(?![\\d]))`;
const WESTERN =
  '(?<year>(?:18|19|20)\\d\\d|千九百[〇一二三四五六七八九十]{1,4}|二千[〇一二三四五六七八九十]{0,4}|[一二][九〇○零][〇○零一二三四五六七八九]{2})';
const MONTH_NAME = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?';

/** Dates with a year that is certain. */
const FULL = [
  `${ERA}[\\s.の]?(?<year>${NUMBER})${AFTER_YEAR}${MONTH_DAY}`,
  `${ERA}[-. ]?(?<year>\\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)`,
  `(?:西暦\\s?)?(?<!\\d)(?<!\\d[-.])${WESTERN}${AFTER_YEAR}${MONTH_DAY}(?![-./]?\\d)`,
  // 「年月日」があれば、前後に数が続いていても日付
  `${WESTERN}\\s?年の?\\s?${MONTH}\\s?月の?\\s?${DAY}\\s?日`,
  `(?<!\\d)(?<!\\d[-.])(?<year>(?:19|20)\\d\\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d|[-.]\\d|[円万])`,
  `(?<!\\d)(?<!\\d[-./])(?:0?[1-9]|[12]\\d|3[01])[-./](?:0?[1-9]|[12]\\d|3[01])[-./](?<year>(?:19|20)\\d\\d)(?![-./]?\\d)`,
  `(?<!\\d)(?<!\\d[-./ ])(?:0?[1-9]|[12]\\d|3[01])\\s(?:0?[1-9]|1[0-2])\\s(?<year>(?:19|20)\\d\\d)(?![-./ ]?\\d)`,
  `\\b${MONTH_NAME}\\s?\\d{1,2}(?:st|nd|rd|th)?,?\\s?(?<year>(?:19|20)\\d\\d)`,
  `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)?\\s?${MONTH_NAME},?\\s?(?<year>(?:19|20)\\d\\d)`,
  `${ERA}[\\s.]?(?<year>${NUMBER})年の?(?:元日|元旦|大晦日)`,
  `(?<year>(?:19|20)\\d\\d)\\s?${MONTH_NAME}\\s?\\d{1,2}(?!\\d)`,
  // ほかのことばの日付
  '(?<year>(?:19|20)\\d\\d)년\\s?\\d{1,2}월\\s?\\d{1,2}일',
  '\\d{1,2}\\s(?:de\\s)?\\p{L}{3,12}\\s(?:de(?:l)?\\s|,\\s?)?(?<year>(?:19|20)\\d\\d)(?:\\sг(?:ода|\\.))?',
  '(?:ngày\\s)?\\d{1,2}\\stháng\\s\\d{1,2},?\\s(?:năm\\s)?(?<year>(?:19|20)\\d\\d)',
  // 数までかなで書いた日付
  `(?<era>めいじ|たいしょう|しょうわ|へいせい|れいわ)\\s?(?<year>[ぁ-ん]{1,14}?)ねん\\s?の?[ぁ-ん\\d]{1,6}?がつ\\s?[ぁ-ん\\d]{1,9}?(?:にち|か|たち)(?=う|に|で|の|$|[^ぁ-ん])`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** Dates that say something of a person only where they are said to be a day of birth. */
const PARTIAL = [
  `(?<!\\d)(?<!\\d[-./])'?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|ねん|[-./])\\s?${MONTH_DAY}`,
  `(?:${ERA}\\s?${NUMBER}|${WESTERN})(?:\\s?(?:年|ねん)${ASIDE}\\s?|[-./])${MONTH}(?:\\s?(?:月|がつ))?`,
  `(?<!\\d)${MONTH}(?:\\s?(?:月|がつ)\\s?の?\\s?|[-/])${DAY}(?:\\s?(?:日|にち))?`,
  '(?<![\\d-])\\d[- ]?\\d{2}[-. ]?(?:0[1-9]|1[0-2])[-. ]?(?:0[1-9]|[12]\\d|3[01])(?!\\d)',
  '(?<![\\d-])\\d{2}[-. ]?(?:0[1-9]|1[0-2])[-. ]?(?:0[1-9]|[12]\\d|3[01])(?!\\d)',
].map((pattern) => new RegExp(pattern, 'gi'));

/** The first year of which a day is rather one of the subject than one of birth. */
const SUBJECT_YEAR = 2019;
/** A day of which a rule speaks, whoever it is about. */
const A_LIMIT = /^\s?(?:以降|以前|以後|いこう|いぜん|より[前後]|から|まで|~|現在|時点|施行|付け?[ので])/;
/** A day on which something happened. */
const AN_EVENT =
  /^\s?(?:に(?!.{0,8}(?:生|うま|誕生|産まれ))|ごろ|頃|の(?:法|制度|改正|時点|転入|転出|退職|入社|交付|発行|手術|入院))/;
const BORN_AFTER =
  /^\s?(?:\([^()]*\))?\s?(?:に|の|で|,|、)?\s?(?:(?:[^\s、。に]{1,8}が|[^\s、。に]{1,4}で)?(?:生まれ|うまれ|生れ|産まれ|umare|誕生(?!日会))|生(?![活後計徒保きえ命涯])|born)/i;
const BORN_RIGHT_AFTER =
  /^\s?(?:\([^()]*\))?\s?の?\s?(?:(?:生まれ|うまれ|生れ|産まれ)(?!なら|だと|の(?:人|方|場合)[はもの])|umare|[がの]誕生日(?!なら|の[人方場])|[でに]満?\d{2}歳(?:にな|を迎え|の誕生日)(?!る(?:人|方|と|場合)|られる|ったら|れば)|が生年月日(?!なら)|生(?![ま活後計徒保きえ命涯]))/i;
const BORN_BEFORE =
  /(?:生年月日|せいねんがっぴ|誕生日|たんじょうび|ばーすでー|出生日|生まれ(?:た(?:の|日)?)?|うまれ(?:た(?:の|ひ))?|birthday|birth|tanjo{1,2}u?bi|seinengappi|born(?: on)?|dob)(?:\s|は|が|も|[:;、,=「(・→-]|です|で|is|on|wa|of|西暦)*$/i;

/** Days of birth; the days of the subject (令和7年12月1日) are kept. */
export const findDates: Finder = (typed) => {
  // 「ショウワ19ネン8ガツ2ニチ ウマレ」も、ひらがなと同じに読む
  const text = toHiragana(typed);
  const full = longest(FULL.flatMap((pattern) => [...text.matchAll(pattern)]));
  const found = full.map((match): Span => spanOf(match, isBirth(match, text) ? 'date' : 'kept'));
  const partial = longest(PARTIAL.flatMap((pattern) => [...text.matchAll(pattern)]))
    .filter((match) => isSaidToBeBirth(match, text, BORN_RIGHT_AFTER))
    .map((match) => spanOf(match, 'date'))
    .filter(({ start, end }) => !found.some((known) => known.start < end && start < known.end));
  return [...found, ...partial];
};

const spanOf = (match: RegExpExecArray, kind: 'date' | 'kept'): Span => ({
  start: match.index,
  end: match.index + match[0].length,
  kind,
});

/** Of matches that overlap the longest. */
function longest(matches: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const kept: RegExpExecArray[] = [];
  for (const match of matches.toSorted((a, b) => b[0].length - a[0].length)) {
    const isFree = kept.every(
      (known) => match.index >= known.index + known[0].length || known.index >= match.index + match[0].length,
    );
    if (isFree) kept.push(match);
  }
  return kept;
}

function isBirth(match: RegExpExecArray, text: string): boolean {
  if (isSaidToBeBirth(match, text, BORN_AFTER)) return true;
  const after = text.slice(match.index + match[0].length);
  if (A_LIMIT.test(after) || AN_EVENT.test(after)) return false;
  const year = yearOf(match);
  return year !== undefined && year < SUBJECT_YEAR;
}

function isSaidToBeBirth(match: RegExpExecArray, text: string, after: RegExp): boolean {
  const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
  if (A_LIMIT.test(rest)) return false;
  return after.test(rest) || BORN_BEFORE.test(text.slice(Math.max(0, match.index - 24), match.index));
}

const ROMAJI_ERAS = ['meiji', 'taisho', 'showa', 'heisei', 'reiwa'] as const;

/** No era has so many years. */
const LEAST_WESTERN = 1000;

/** The western year; undefined where the number cannot be read, and then it may be anything. */
function yearOf({ groups }: RegExpExecArray): number | undefined {
  const year = readNumber(groups?.year ?? '');
  if (year === undefined) return groups?.era === undefined ? undefined : eraYear(groups.era, 1);
  // 「昭和1979年」は、西暦を書いたもの
  return groups?.era === undefined || year >= LEAST_WESTERN ? year : eraYear(groups.era, year);
}

function eraYear(name: string, year: number): number | undefined {
  const written = name.toLowerCase().replace('shouwa', 'showa');
  const found = ERAS.find(
    ({ era, kana, letter }, i) =>
      era.startsWith(written) || kana === written || letter === written || ROMAJI_ERAS[i] === written,
  );
  return found && westernYear(found.era, year);
}
