/** Longest English answer, in UTF-16 units: it says what it comes to, the rest stands in Japanese. */
export const MAX_ENGLISH_LENGTH = 350;
/** Longest English title, so that it fits a button of a telephone on two lines. */
export const MAX_ENGLISH_TITLE_LENGTH = 60;

const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MONTH = MONTHS.join('|');
/** 31 July 2026, July 2026, 31 July, July, 2026. May without a day or a year is a verb as well. */
const ENGLISH_DATE = new RegExp(
  String.raw`\b(?:(?:(?<day>\d{1,2}) )?(?<month>${MONTH})(?: (?<year>\d{4}))?|(?<![-\d])(?<alone>(?:19|20)\d\d))\b(?!-\d)`,
  'g',
);
/** The first year of an era less one. */
const BEFORE_ERA: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
/** 令和8年7月31日, 令和8年度, 2026年7月, 7月31日, 8月; never 3か月, which is 3ヶ月 in no text of ours. */
const JAPANESE_DATE =
  /(?:(?<era>令和|平成|昭和)?(?<year>元|\d+)年度?)(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?|(?<aloneMonth>\d{1,2})月(?:(?<aloneDay>\d{1,2})日)?/g;

/** A telephone number with its hyphens, a time, a short number or any other figure. */
const FIGURE = /#\d+|\d+(?:[-:.,]\d+)*/g;
/** Spelt numbers would escape the comparison; "one" is a pronoun as well, and Seven Bank a name. */
const SPELT = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|thirty)\b/;
const IN_BRACKETS = /\([^()]*\)/g;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3000-\u303f\uff00-\uffef・]/u;

const padded = (value: string | number) => String(value).padStart(2, '0');

/** What keeps an English text from being true to its Japanese `text`, or English; `most` is its longest length. */
export function englishFaults(text: string, english: string, most: number): readonly string[] {
  const faults = [...nameFaults(english, most)];
  const spelt = SPELT.exec(english);
  if (spelt) faults.push(`「${spelt[0]}」は、確かめられるように数字で書いてください`);
  if (!english.endsWith('.')) faults.push('文の終わりにピリオド(.)を書いてください');
  const told = japaneseFigures(text);
  const added = englishFigures(english).filter(({ key }) => !told.has(key));
  return [
    ...faults,
    ...added.map(({ written }) => `「${written}」は text にありません。text のとおりに書いてください`),
  ];
}

/** What keeps a title or a name from being English; names may stand in Japanese in brackets behind it. */
export function nameFaults(english: string, most: number): readonly string[] {
  const faults: string[] = [];
  if (english.length > most) faults.push(`${english.length}字です。${most}字までにしてください`);
  const stray = JAPANESE.exec(english.replace(IN_BRACKETS, ''));
  if (stray) faults.push(`「${stray[0]}」が日本語です。日本語の名前は半角のかっこの中に書いてください`);
  return faults;
}

interface WrittenFigure {
  readonly written: string;
  /** The same figure as `japaneseFigures` names it. */
  readonly key: string;
}

function englishFigures(english: string): readonly WrittenFigure[] {
  const dates = [...english.matchAll(ENGLISH_DATE)].flatMap(({ 0: written, groups = {} }) => {
    const key = dateKey(groups);
    return key === undefined ? [] : [{ written, key }];
  });
  const figures = english.replace(ENGLISH_DATE, ' ').match(FIGURE) ?? [];
  return [...dates, ...figures.map((written) => ({ written, key: `figure ${written}` }))];
}

function dateKey({ day, month, year, alone }: Partial<Record<string, string>>): string | undefined {
  if (month === undefined) return alone;
  const isVerb = month === 'May' && day === undefined && year === undefined;
  const number = padded(MONTHS.indexOf(month) + 1);
  if (day === undefined && year === undefined) return isVerb ? undefined : `month ${number}`;
  return [year, number, day && padded(day)].filter((part) => part !== undefined).join('-');
}

/** The dates of a Japanese text with all their parts (2026-07-31, 2026-07, 07-31, month 07, 2026), and its other figures. */
function japaneseFigures(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').replace(/[^\S\n]/g, '');
  const dates = [...plain.matchAll(JAPANESE_DATE)].flatMap(({ groups = {} }) => dateKeys(groups));
  const clock = plain
    .replace(JAPANESE_DATE, (written, ...found) => (dateKeys(found.at(-1)).length > 0 ? ' ' : written))
    .replace(/(\d{1,2})時(?!間)(?:(\d{1,2})分)?/g, (_, hour, minute = '00') => ` ${hour}:${minute} `);
  return new Set([...dates, ...(clock.match(FIGURE) ?? []).map((figure) => `figure ${figure}`)]);
}

/** None for 5年 without an era, which is a length of time. */
function dateKeys({ era, year, aloneMonth, aloneDay, ...rest }: Partial<Record<string, string>>): string[] {
  const [month, day] = [rest.month ?? aloneMonth, rest.day ?? aloneDay].map((part) => part && padded(part));
  const count = year === '元' ? 1 : Number(year);
  const western = year && (era ? BEFORE_ERA[era]! + count : count);
  if (western && western < 1900) return [];
  const keys = [
    western && `${western}`,
    month && `month ${month}`,
    western && month && `${western}-${month}`,
    month && day && `${month}-${day}`,
    western && month && day && `${western}-${month}-${day}`,
  ];
  return keys.filter((key) => typeof key === 'string');
}
