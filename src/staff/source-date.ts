import { type IsoDate, readDate } from '../text/index.ts';
import type { PageText } from './source-text.ts';

/** When a page was last updated, and who says so: the page itself, or only the server that sends it. */
export interface UpdateDate {
  readonly date: IsoDate;
  readonly by: 'page' | 'server';
}

const NUMBER = '(?:元|[\\d〇一二三四五六七八九十]{1,4})';
/** In lines that are normalised: 2024年11月5日, 令和6年(2024年)11月5日, r6.11.5, 2024/11/05. */
const DATE = `(?<date>(?:(?:明治|大正|昭和|平成|令和|(?<![a-z])[mtshr]\\.?) ?)?${NUMBER} ?(?:年(?: ?\\([^()\\n]{2,8}\\))?|[./-]) ?${NUMBER} ?[月./-] ?${NUMBER}(?: ?日)?(?!\\d))`;
const AND_TIME =
  '(?: ?\\([月火水木金土日](?:曜日?)?\\))?(?: ?\\d{1,2}(?::\\d{2}){1,2}| ?\\d{1,2}時(?:\\d{1,2}分)?)?';
const OPENS = '(?:^|(?<=[\\s|/(【\\[・●■]))';
const DAY = '(?:日時|年月日|日)?';
/** What comes first counts most: a page also says when it was first published. */
const WORDS = ['(?:更新|改定|改訂|修正)', '(?:掲載|公開|登録|作成|発行)'] as const;
const labelled = (word: string) =>
  new RegExp(
    `${OPENS}(?:ページ)?の?(?:最終)?(?:ページ)?${word}${DAY} ?[\\])】]?\\s*:?\\s*${DATE}${AND_TIME}(?: ?${word})?`,
    'gm',
  );
const alone = (word: string) =>
  new RegExp(`^[(【\\[]?${DATE}${AND_TIME} ?(?:に)?${word}${DAY}[)】\\]]?$`, 'gm');
const STATED = WORDS.flatMap((word) => [labelled(word), alone(word)]);

const META_NAMES = [
  'datemodified',
  'article:modified_time',
  'og:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'date',
];

/** The date that a page states of itself, in its text before its `<meta>`; `today` in Asia/Tokyo. */
export function statedDate({ main, whole, meta }: PageText, today: IsoDate): IsoDate | undefined {
  return dateIn(main, today) ?? dateIn(whole, today) ?? dateInMeta(meta);
}

function dateIn(lines: readonly string[], today: IsoDate): IsoDate | undefined {
  const text = lines.join('\n');
  for (const pattern of STATED) {
    for (const { groups } of text.matchAll(pattern)) {
      const reading = readDate(groups!.date!, 'issuedOn', today);
      if (reading.kind === 'date') return reading.date;
    }
  }
  return undefined;
}

function dateInMeta(meta: PageText['meta']): IsoDate | undefined {
  for (const name of META_NAMES) {
    const date = instantDate(meta.get(name) ?? '');
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The text without what it says of its own date: that moves although nothing else may have changed. */
export function withoutStatedDates(lines: readonly string[]): string {
  return STATED.reduce((text, pattern) => text.replace(pattern, ''), lines.join('\n'));
}

const PDF_DATE = /\/ModDate\s*\(D:(\d{4})(\d\d)(\d\d)|<xmp:ModifyDate>\s*(\d{4})-(\d\d)-(\d\d)/g;

/** The last day on which a PDF says that it was changed, where that stands in it unpacked. */
export function pdfDate(bytes: Uint8Array): IsoDate | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  const dates = [...text.matchAll(PDF_DATE)].map(([, y, m, d, year = y, month = m, day = d]) =>
    instantDate(`${year}-${month}-${day}`),
  );
  return dates
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);
}

/** A page that is made for each request was last modified the moment it was sent; in ms. */
const JUST_MADE_MS = 5 * 60_000;

/** The day of `Last-Modified` in Asia/Tokyo, unless it is only the time of `Date`, at which the page was made. */
export function serverDate(lastModified: string | null, servedAt: string | null): IsoDate | undefined {
  const [modified, served] = [lastModified, servedAt].map((header) => Date.parse(header ?? ''));
  return Math.abs(served! - modified!) < JUST_MADE_MS ? undefined : tokyoDate(modified!);
}

/** A day, or a moment (ISO 8601 or as in HTTP) as its day in Asia/Tokyo; undefined where it is neither. */
function instantDate(text: string): IsoDate | undefined {
  const [, day, rest = ''] = /^\s*(\d{4}-\d\d-\d\d)(.*)$/.exec(text) ?? [];
  const isMoment = day === undefined || /(?:z|[+-]\d\d:?\d\d)\s*$/i.test(rest);
  return tokyoDate(Date.parse(isMoment ? text : `${day}T00:00+09:00`));
}

function tokyoDate(millis: number): IsoDate | undefined {
  if (Number.isNaN(millis)) return undefined;
  const moment = Temporal.Instant.fromEpochMilliseconds(millis);
  return moment.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString() as IsoDate;
}
