import { bothCalendars, type IsoDate, isoDate, plainDate, readDate } from '../../../src/text/index.ts';
import { AS_OF } from '../support/bot.ts';

const TODAY = isoDate(AS_OF)!;
const KANJI = '〇一二三四五六七八九';

/** Ways in which somebody may have written a date: what a request must not hold. */
function writtenForms(date: string): readonly string[] {
  const { year, month, day } = plainDate(date as IsoDate);
  const two = (number: number) => String(number).padStart(2, '0');
  const era = /^(\D+)(\d+|元)年/.exec(bothCalendars(date as IsoDate));
  const eraYear = era?.[2] === '元' ? '1' : (era?.[2] ?? '');
  const letter = { 明治: 'M', 大正: 'T', 昭和: 'S', 平成: 'H', 令和: 'R' }[era?.[1] ?? ''] ?? '';
  const kanji = (number: number) => [...String(number)].map((digit) => KANJI[Number(digit)]).join('');
  return [
    `${year}-${two(month)}-${two(day)}`,
    `${year}${two(month)}${two(day)}`,
    ...['-', '/', '.'].map((mark) => [year, month, day].join(mark)),
    ...['-', '/', '.'].map((mark) => [year, two(month), two(day)].join(mark)),
    `${year}年${month}月${day}日`,
    `${month}月${day}日`,
    `${era?.[1]}${eraYear}年`,
    `${letter}${eraYear}.${month}.${day}`,
    `${letter}${eraYear}/${month}/${day}`,
    `${kanji(year)}年`,
  ];
}

/** Whether the date could be told from a text, in whatever way it is written. */
export function tells(text: string, date: string): boolean {
  const plain = text.normalize('NFKC');
  if (writtenForms(date).some((form) => plain.includes(form))) return true;
  const reading = readDate(text, 'birthDate', TODAY);
  return reading.kind === 'date' && reading.date === date;
}

/** Every text of a request: its address, decoded, and the strings and numbers of its body. */
export function textsOf(url: string, body: string | null): readonly string[] {
  const { pathname, searchParams } = new URL(url);
  const query = [...searchParams].flat();
  return [
    decodeURIComponent(pathname),
    ...query,
    ...(body === null ? [] : [body, ...stringsOf(parsed(body))]),
  ];
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
