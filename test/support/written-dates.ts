import { bothCalendars, ERAS, eraDate, formatEra, formatWestern } from '../../src/text/era.ts';
import type { IsoDate } from '../../src/text/index.ts';

const KANJI = '〇一二三四五六七八九';

const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const positional = (text: string) => text.replace(/\d/g, (digit) => KANJI[Number(digit)]!);
const withTens = (text: string) =>
  text.replace(/\d+/g, (digits) => {
    const [tens, ones] = [Math.floor(Number(digits) / 10), Number(digits) % 10];
    return (tens > 1 ? KANJI[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 ? KANJI[ones]! : '');
  });
export const two = (value: number) => String(value).padStart(2, '0');

/** The usual ways of writing a date that are certain of its day, in both calendars. */
export function writtenDates(date: IsoDate): readonly string[] {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const era = eraDate(date)!;
  const { kana, letter } = ERAS.find((each) => each.era === era.era)!;
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
    `${era.era} ${era.year} 年 ${m} 月 ${d} 日`,
  ];
}
