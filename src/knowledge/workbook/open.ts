import { PassThrough } from 'node:stream';
import exceljs, { type Workbook } from 'exceljs';
import JSZip, { type JSZipObject } from 'jszip';

/** Largest file, in bytes: some thirty times the whole knowledge base. */
export const MAX_FILE_SIZE = 10 * 1024 * 1024;
/** Largest sum of its texts unpacked, in bytes: ten times the whole knowledge base. A small file can unpack to a thousand times its size. */
const MAX_UNPACKED_SIZE = 20 * 1024 * 1024;
/** Most cells, written or only formatted: seven times the whole knowledge base. exceljs takes some 2 kB for each. */
const MAX_CELLS = 150_000;
/** The last row that a spreadsheet has; exceljs fills the space up to any that is named. */
const MAX_ROW = 1_048_576;
/** Most cells that are merged into others: exceljs visits each. */
const MAX_MERGED = 100_000;

export type Opened =
  | { readonly kind: 'opened'; readonly workbook: Workbook }
  /** One sentence that says what is wrong and what to do. */
  | { readonly kind: 'unreadable'; readonly message: string };

const unreadable = (message: string): Opened => ({ kind: 'unreadable', message });
const BROKEN =
  'Excelのファイル(.xlsx)として読めません。Excelで開き、「Excel ブック(.xlsx)」で保存し直してください。';
const LOCKED =
  'パスワードが付いているか、古い形式(.xls)です。パスワードを外し、「Excel ブック(.xlsx)」で保存し直してください。';
const TOO_LARGE = `ファイルが大きすぎます(${MAX_FILE_SIZE / 1024 / 1024}MBまで)。画像やいらないシートを消してください。`;
const TOO_MUCH = 'ファイルの中身が多すぎます。いらないシートと、書式だけの空の行や列を消してください。';

/** Where texts are; pictures, links, notes, macros and whatever else may be in the file are never unpacked. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;
/** Parts of a sheet that say nothing here; validations of whole columns would be spelt out cell by cell. */
const IGNORED = [
  ...[
    'dataValidations',
    'conditionalFormatting',
    'extLst',
    'hyperlinks',
    'drawing',
    'legacyDrawing',
    'picture',
  ],
  ...[
    'tableParts',
    'autoFilter',
    'headerFooter',
    'rowBreaks',
    'colBreaks',
    'sheetProtection',
    'printOptions',
  ],
];
/** Old .xls files and encrypted workbooks alike (MS-CFB 2.2). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens a workbook of any origin: what is too large, locked or broken is told, and never unpacked beyond the limits. */
export async function openWorkbook(bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) return unreadable('ファイルが空です。書き出し直したものを使ってください。');
  if (bytes.length > MAX_FILE_SIZE) return unreadable(TOO_LARGE);
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) return unreadable(LOCKED);
  try {
    const texts = await unpack(bytes);
    if (texts === undefined || !isModest(texts)) return unreadable(TOO_MUCH);
    if (!texts.has('xl/workbook.xml')) return unreadable(BROKEN);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await pack(texts), { ignoreNodes: IGNORED });
    return { kind: 'opened', workbook };
  } catch (error) {
    // Whatever the file made the libraries stumble over, it is the file that must be saved anew.
    return unreadable(/encrypted/i.test(error instanceof Error ? error.message : '') ? LOCKED : BROKEN);
  }
}

/** The parts with texts, or undefined where they are too much. */
async function unpack(bytes: Uint8Array): Promise<ReadonlyMap<string, string> | undefined> {
  const zip = await JSZip.loadAsync(bytes);
  const texts = new Map<string, string>();
  let left = MAX_UNPACKED_SIZE;
  for (const file of Object.values(zip.files).filter(({ name }) => PARTS.test(name))) {
    const unpacked = await inflate(file, left);
    if (unpacked === undefined) return undefined;
    left -= unpacked.length;
    texts.set(file.name, unpacked.toString('utf8'));
  }
  return texts;
}

/** The size that a file claims to unpack to may be a lie, so it is counted on the way. */
async function inflate(file: JSZipObject, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  const inflated = file.nodeStream();
  const through = new PassThrough();
  inflated.on('error', (error) => through.destroy(error));
  for await (const chunk of inflated.pipe(through) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether reading it takes a bounded time and memory. */
function isModest(texts: ReadonlyMap<string, string>): boolean {
  const sheets = [...texts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, text]) => text);
  const count = (pattern: RegExp, of: (match: RegExpExecArray) => number) =>
    sheets.flatMap((text) => [...text.matchAll(pattern)]).reduce((sum, match) => sum + of(match), 0);
  return (
    count(/<c[\s>/]/g, () => 1) <= MAX_CELLS &&
    count(/<row\b[^>]*\sr="(\d+)"/g, ([, row]) => (Number(row) > MAX_ROW ? 1 : 0)) === 0 &&
    count(/<mergeCell\b[^>]*\sref="([^"]*)"/g, ([, range]) => areaOf(range!)) <= MAX_MERGED
  );
}

function areaOf(range: string): number {
  const [first, last = first] = range.split(':').map((cell) => /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(cell));
  if (!first || !last) return Number.POSITIVE_INFINITY;
  const column = (letters: string) =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const width = Math.abs(column(last[1]!) - column(first[1]!)) + 1;
  return width * (Math.abs(Number(last[2]) - Number(first[2])) + 1);
}

/** A workbook of the texts alone. Names for ranges go, because exceljs spells them out cell by cell. */
function pack(texts: ReadonlyMap<string, string>): Promise<ArrayBuffer> {
  const zip = new JSZip();
  for (const [name, text] of texts) {
    zip.file(name, text.replace(/<definedNames\b.*?<\/definedNames\s*>/gs, ''));
  }
  return zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' });
}
