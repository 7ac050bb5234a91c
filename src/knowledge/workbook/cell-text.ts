import exceljs, { type Cell, type CellValue } from 'exceljs';

/** What a cell says, or why it says nothing certain. */
export type CellText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly message: string };

const text = (said: string): CellText => ({ kind: 'text', text: said });
const fault = (message: string): CellText => ({ kind: 'fault', message });

/** Formats that show a number as it is: General, text, digits, and the thousands of an id that nobody groups. */
const PLAIN_FORMAT = /^(?:General|@|0+(?:\.0+)?)?$/i;

/** The text of a cell without spaces around it; '' where it is empty. */
export function cellText(cell: Cell): CellText {
  if (cell.type === exceljs.ValueType.Merge) return text('');
  const said = textOf(cell.value, cell.numFmt);
  return said.kind === 'text' ? text(said.text.replace(/\r\n?/g, '\n').trim()) : said;
}

function textOf(value: CellValue | undefined, format: string | undefined): CellText {
  if (value === null || value === undefined) return text('');
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'boolean':
      return text(value ? 'TRUE' : 'FALSE');
    case 'number':
      return numberText(value, format);
  }
  if (value instanceof Date) return dateCellText(value);
  if ('error' in value) return fault(`エラー(${value.error})になっています。正しい文字を書いてください`);
  if ('formula' in value || 'sharedFormula' in value) {
    return fault('数式があります。結果の文字に書き直してください(コピーして「値の貼り付け」)');
  }
  if ('richText' in value) return text(value.richText.map((run) => run.text).join(''));
  // The text of a link may itself be made of runs, whatever the types say.
  if ('hyperlink' in value) return textOf(value.text as CellValue, format);
  return text('');
}

function numberText(value: number, format: string | undefined): CellText {
  return PLAIN_FORMAT.test(format ?? '')
    ? text(String(value))
    : fault('数に書式(%や桁の区切りなど)が付いています。文字として書き直してください');
}

/** Days are written as the knowledge base writes them; the first day of the calendar is a time alone. */
function dateCellText(date: Date): CellText {
  if (Number.isNaN(date.getTime())) return fault('日付を読めません。2026-08-01 のように書いてください');
  const [day, time] = date.toISOString().slice(0, 16).split('T') as [string, string];
  if (day < '1900-01-01') return text(time);
  return text(time === '00:00' ? day : `${day} ${time}`);
}
