import { bothCalendars, ERAS, eraDate, formatEra, formatWestern } from '../../../../src/text/era.ts';
import type { IsoDate } from '../../../../src/text/index.ts';

const KANJI = '〇一二三四五六七八九';
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ONES = ['', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'];

const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const positional = (text: string) => text.replace(/\d/g, (digit) => KANJI[Number(digit)]!);
const withTens = (text: string) =>
  text.replace(/\d+/g, (digits) => {
    const [tens, ones] = [Math.floor(Number(digits) / 10), Number(digits) % 10];
    return (tens > 1 ? KANJI[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 ? KANJI[ones]! : '');
  });
/** 1 to 99 as spoken. */
const spoken = (value: number) =>
  (value > 19 ? ONES[Math.floor(value / 10)]! : '') + (value > 9 ? 'じゅう' : '') + ONES[value % 10]!;

/** Every way of writing a date by which somebody could be told the day; the bot reads all of them. */
export function written(date: IsoDate): readonly string[] {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const era = eraDate(date)!;
  const { kana, letter } = ERAS.find((each) => each.era === era.era)!;
  const two = (value: number) => String(value).padStart(2, '0');
  const month = MONTHS[m - 1]!;
  const western = [
    date,
    `${y}/${m}/${d}`,
    `${y}.${m}.${d}`,
    `${y} ${m} ${d}`,
    `${y}、${m}、${d}`,
    date.replaceAll('-', ''),
  ];
  const short = ['.', '/', '-'].map((mark) => [era.year, m, d].join(mark));
  return [
    ...western,
    ...western.map(wide),
    formatWestern(date),
    positional(formatWestern(date)),
    formatEra(era),
    wide(formatEra(era)),
    withTens(formatEra(era)),
    positional(formatEra(era)),
    bothCalendars(date),
    ...short.flatMap((text) => [
      letter + text,
      letter.toUpperCase() + text,
      wide(letter.toUpperCase() + text),
      era.era + text,
      era.era[0] + text,
    ]),
    `${letter.toUpperCase()}${two(era.year)}${two(m)}${two(d)}`,
    `${kana}${era.year}ねん${m}がつ${d}にち`,
    `${kana}${spoken(era.year)}ねん${spoken(m)}がつ${spoken(d)}にち`,
    `${era.era} ${era.year} 年 ${m} 月 ${d} 日`,
    `${era.era}\u200b${era.year}年\n${m}月　${d}日`,
    `${month} ${d}, ${y}`,
    `${d} ${month.slice(0, 3)} ${y}`,
    `${d}th of ${month.toUpperCase()} ${y}`,
    `${month.slice(0, 3)}. ${d} ${y}`,
    `${y}-${month.slice(0, 3)}-${two(d)}`,
  ];
}
