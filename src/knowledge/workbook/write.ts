import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import type { KnowledgeBase } from '../schema.ts';
import { escapeText } from './escape.ts';
import { rowsOf } from './rows.ts';
import { type Choices, type Column, SHEETS, type Sheet } from './sheets.ts';

/** Name of the sheet that explains the others; it is never read. */
const GUIDE = '読み方';
/** Choices hold down to here, so that new rows have them too. */
const LAST_ROW = 20_000;
const FONT = { name: '游ゴシック', size: 11 };
const HEADING_FILL = 'FFDDE8F5';
const SHOWN_INK = 'FF6B6B6B';
/** The cell is text whatever is typed there: 1/3 stays 1/3, =1+1 stays =1+1, and 0120 keeps its nought. */
const AS_TEXT = '@';

const CHOOSE = '一覧から選んでください。';

const GUIDE_LINES = [
  'Madoguchi の知識ベースです。直して保存し、kb import --xlsx で取り込みます。',
  '行の並べ替え、挿入、列の入れ替え、列の幅の変更は自由です。見出しとシートの名前は変えないでください。',
  '行を消すと、その項目や答えが消えます。変わった答えは消さずに「いつまで」を書き、次の答えを新しい行に書いてください。',
  '日付は 2026-08-01 の形で書きます(2026年8月1日、令和8年8月1日でも読み取ります)。',
  '一つのセルに二つ以上書く列は、セルの中で改行(Alt+Enter)して、1行に一つ書きます。全角の空白で始まる行は、上の行の続きになります。',
  '数式と、結合したセルは読み込めません。「(参考)」の列と、見出しにない列は読み込みません。覚え書きに使えます。',
];

/** The knowledge base as an Excel workbook (.xlsx) for city staff; `readWorkbook` gives the same knowledge base back. */
export async function writeWorkbook(kb: KnowledgeBase): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Madoguchi';
  workbook.title = 'Madoguchi 知識ベース';
  writeGuide(workbook);
  for (const sheet of SHEETS) writeSheet(workbook, sheet, rowsOf(kb, sheet));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeGuide(workbook: Workbook): void {
  const sheet = workbook.addWorksheet(GUIDE);
  sheet.columns = [18, 24, 90].map((width) => ({ width, style: { font: FONT } }));
  for (const line of GUIDE_LINES) sheet.addRow([line]);
  sheet.addRow([]);
  sheet.getColumn(3).alignment = { wrapText: true, vertical: 'top' };
  asHeading(sheet.addRow(['シート', '列', '書くこと']).number, sheet);
  for (const { name, about, columns } of SHEETS) {
    sheet.addRow([name, '', about]).font = { ...FONT, bold: true };
    for (const { heading, help } of columns) sheet.addRow(['', heading, help]);
  }
}

function writeSheet(
  workbook: Workbook,
  { name, columns }: Sheet,
  rows: readonly (readonly string[])[],
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, role }) => ({
    width,
    style: {
      numFmt: role.kind === 'order' ? 'General' : AS_TEXT,
      font: role.kind === 'shown' ? { ...FONT, color: { argb: SHOWN_INK } } : FONT,
      alignment: { wrapText: true, vertical: 'top' },
    },
  }));
  sheet.addRow(columns.map(({ heading }) => heading));
  for (const row of rows) sheet.addRow(row.map((text, i) => cellValue(text, columns[i]!)));
  asHeading(1, sheet);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  columns.forEach(({ heading, choices }, i) => {
    if (choices) offer(sheet, sheet.getColumn(i + 1).letter, heading, choices);
  });
}

const cellValue = (text: string, { role }: Column) =>
  text === '' ? null : role.kind === 'order' ? Number(text) : escapeText(text);

function asHeading(row: number, sheet: Worksheet): void {
  sheet.getRow(row).eachCell((cell) => {
    cell.font = { ...FONT, bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADING_FILL } };
    cell.alignment = { wrapText: true, vertical: 'middle' };
  });
}

/** exceljs keeps validations by range, but its types know only those of single cells. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: exceljs.DataValidation): void };
}

function offer(sheet: Worksheet, column: string, heading: string, choices: Choices): void {
  (sheet as unknown as WithValidations).dataValidations.add(`${column}2:${column}${LAST_ROW}`, {
    type: 'list',
    allowBlank: true,
    formulae: [formulaOf(choices)],
    showErrorMessage: true,
    errorTitle: heading,
    error:
      choices.kind === 'words' ? CHOOSE : `${CHOOSE}新しいIDは、先に「${choices.sheet}」シートに書きます。`,
  });
}

function formulaOf(choices: Choices): string {
  switch (choices.kind) {
    case 'words':
      return `"${choices.words.join(',')}"`;
    case 'ids': {
      const { columns } = SHEETS.find(({ name }) => name === choices.sheet)!;
      const letter = String.fromCodePoint(0x41 + columns.findIndex(({ role }) => role.kind === 'id'));
      return `'${choices.sheet}'!$${letter}$2:$${letter}$${LAST_ROW}`;
    }
  }
}
