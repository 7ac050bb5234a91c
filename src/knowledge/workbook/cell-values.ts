import { dateOf, dateText, fullDates, isoDate, westernYear } from '../../text/index.ts';
import type { Citation, Opening } from '../schema.ts';

/** What the text of a cell stands for, or why it cannot be told. */
export type Decoded =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly message: string };

/** How a field of the knowledge base is written in a cell; `decode(encode(value))` is the value. */
export interface CellFormat {
  encode(value: unknown): string;
  /** Of a trimmed text that is not empty. What the schema looks at is left to it. */
  decode(text: string): Decoded;
}

const value = (decoded: unknown): Decoded => ({ kind: 'value', value: decoded });
const fault = (message: string): Decoded => ({ kind: 'fault', message });

export const TEXT: CellFormat = { encode: (text) => text as string, decode: value };

/** Written as 2026-08-01, which no spreadsheet turns into another day; read in any way that names one day. */
export const DATE: CellFormat = {
  encode: (date) => date as string,
  decode: (text) => value(isoDate(text) ?? dayOf(text) ?? text),
};

function dayOf(written: string): string | undefined {
  const text = dateText(written);
  const [mention, ...others] = fullDates(text);
  const isAll = mention?.start === 0 && mention.end === text.length && others.length === 0;
  if (!isAll || mention.contradicts) return undefined;
  const { era, year, month, day } = mention.typed;
  if (day === 'last') return undefined;
  return dateOf(era === null ? year : westernYear(era, year), month, day);
}

/** Words of staff for the words of the file. */
export function words(pairs: Readonly<Record<string, string>>): CellFormat {
  const byWord = new Map(Object.entries(pairs).map(([inFile, inCell]) => [inCell, inFile]));
  return {
    encode: (inFile) => pairs[inFile as string]!,
    decode: (text) =>
      byWord.has(text)
        ? value(byWord.get(text))
        : fault(
            `「${text}」は使えません。${[...byWord.keys()].map((word) => `「${word}」`).join('')}から選んでください`,
          ),
  };
}

/** Begins a line that goes on with the item above: items are trimmed, so none of them begins so. */
const CONTINUED = '　';

function toLines(items: readonly string[]): string {
  return items.map((item) => item.replaceAll('\n', `\n${CONTINUED}`)).join('\n');
}

function fromLines(text: string): readonly string[] {
  const items: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith(CONTINUED) && items.length > 0)
      items.push(`${items.pop()}\n${line.slice(CONTINUED.length)}`);
    else if (line.trim() !== '') items.push(line);
  }
  return items.map((item) => item.trim());
}

/** One item a line. */
export const LINES: CellFormat = {
  encode: (items) => toLines(items as readonly string[]),
  decode: (text) => value(fromLines(text)),
};

/** As ids cannot have it, 「 ends the one of the document. */
const CITATION_SHAPE = /^([^\s「]+)\s*「(.*)」$/s;
const CITATION_EXAMPLE =
  '出典は「takasaki-2026「更新」」のように、資料IDと「」で囲んだ節の名前を書いてください';

function citationOf(text: string): Citation | undefined {
  const [, document, section] = CITATION_SHAPE.exec(text) ?? [];
  return document === undefined || section === undefined ? undefined : { document, section };
}

const citationText = ({ document, section }: Citation) => `${document}「${section}」`;

export const CITATION: CellFormat = {
  encode: (citation) => citationText(citation as Citation),
  decode: (text) => {
    const citation = citationOf(text);
    return citation ? value(citation) : fault(CITATION_EXAMPLE);
  },
};

/** One citation a line. */
export const CITATIONS: CellFormat = {
  encode: (citations) => toLines((citations as readonly Citation[]).map(citationText)),
  decode: (text) => {
    const citations = fromLines(text).map(citationOf);
    return citations.includes(undefined) ? fault(CITATION_EXAMPLE) : value(citations);
  },
};

const DAYS = {
  mon: '月',
  tue: '火',
  wed: '水',
  thu: '木',
  fri: '金',
  sat: '土',
  sun: '日',
  holiday: '祝',
  'year-end': '年末年始',
} as const satisfies Readonly<Record<Opening['days'][number], string>>;
const DAY_OF = new Map(Object.entries(DAYS).map(([day, word]) => [word as string, day]));
const ANY_DAY = new RegExp(Object.values(DAYS).toReversed().join('|'), 'g');
const OPENING_SHAPE = new RegExp(
  `^((?:(?:${Object.values(DAYS).join('|')})[、・\\s]*)+)(\\d{1,2}:\\d\\d)\\s*[~-]\\s*(\\d{1,2}:\\d\\d)$`,
);

/** One time a line: 月火水木金 09:30～17:00. */
export const OPENING: CellFormat = {
  encode: (openings) =>
    (openings as readonly Opening[])
      .map(({ days, from, until }) => `${days.map((day) => DAYS[day]).join('')} ${from}～${until}`)
      .join('\n'),
  decode: (text) => {
    const openings = fromLines(text).map(openingOf);
    return openings.includes(undefined)
      ? fault('受付時間は「月火水木金 09:30～17:00」のように、1行に曜日と時刻を書いてください')
      : value(openings);
  },
};

function openingOf(line: string): unknown {
  const [, days, from, until] = OPENING_SHAPE.exec(line.normalize('NFKC').replaceAll('〜', '~')) ?? [];
  if (days === undefined || from === undefined || until === undefined) return undefined;
  return {
    days: Array.from(days.matchAll(ANY_DAY), ([word]) => DAY_OF.get(word)),
    from: from.padStart(5, '0'),
    until: until.padStart(5, '0'),
  };
}
