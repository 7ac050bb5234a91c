import type { Row, Worksheet } from 'exceljs';
import { cellText } from './cell-text.ts';
import { faultAt, type Spot, type WorkbookFault } from './faults.ts';
import type { Column, Sheet } from './sheets.ts';

/** How far down the headings are looked for: a title or a note may stand above them. */
const HEADINGS_WITHIN = 20;

/** A row of a sheet that says something. */
export interface SheetRow {
  /** What stands in the column of that heading; undefined where it is empty or faulty. */
  text(column: Column): string | undefined;
  spot(column: Column): Spot;
}

export interface ReadRows {
  readonly rows: readonly SheetRow[];
  readonly faults: readonly WorkbookFault[];
}

/** Where the headings stand. */
interface Headings {
  readonly row: number;
  /** Numbers of the columns, from 1, by heading. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
}

const NOT_READ: ReadonlySet<Column['role']['kind']> = new Set(['shown']);
/** Without an order, rows stand as they stand. */
const DISPENSABLE: ReadonlySet<Column['role']['kind']> = new Set(['order']);

/** The rows of a sheet by its headings, wherever they stand, in the order that staff gave them. */
export function readRows(worksheet: Worksheet, sheet: Sheet): ReadRows {
  const wanted = sheet.columns.filter(({ role }) => !NOT_READ.has(role.kind));
  const headings = findHeadings(worksheet, wanted);
  if (headings === undefined) {
    const message = `見出しの行がありません。「${wanted.map(({ heading }) => heading).join('」「')}」の行を書いてください`;
    return { rows: [], faults: [{ sheet: sheet.name, cell: 'A1', message }] };
  }
  const faults = [...headingFaults(sheet.name, wanted, headings), ...mergeFaults(worksheet, headings.row)];
  if (faults.length > 0) return { rows: [], faults };
  return rowsBelow(worksheet, wanted, headings);
}

const folded = (heading: string) => heading.normalize('NFKC').replace(/\s/g, '');

/** The row with the most of the headings; none where there is not even one. */
function findHeadings(worksheet: Worksheet, wanted: readonly Column[]): Headings | undefined {
  const names = new Map(wanted.map(({ heading }) => [folded(heading), heading]));
  let best: Headings | undefined;
  for (let number = 1; number <= Math.min(HEADINGS_WITHIN, worksheet.rowCount); number++) {
    const columns = new Map<string, number[]>();
    worksheet.getRow(number).eachCell((cell, column) => {
      const said = cellText(cell);
      const heading = said.kind === 'text' ? names.get(folded(said.text)) : undefined;
      if (heading !== undefined) columns.set(heading, [...(columns.get(heading) ?? []), column]);
    });
    if (columns.size > (best?.columns.size ?? 0)) best = { row: number, columns };
  }
  return best;
}

function headingFaults(
  sheet: string,
  wanted: readonly Column[],
  { row, columns }: Headings,
): readonly WorkbookFault[] {
  return wanted.flatMap(({ heading, role }) => {
    const found = columns.get(heading)?.length ?? 0;
    if (found === 1 || (found === 0 && DISPENSABLE.has(role.kind))) return [];
    const message =
      found === 0
        ? `「${heading}」の列がありません。見出しを元に戻してください`
        : `「${heading}」の列が${found}つあります。一つにしてください`;
    return [{ sheet, cell: `A${row}`, message }];
  });
}

function mergeFaults(worksheet: Worksheet, headingRow: number): readonly WorkbookFault[] {
  return worksheet.model.merges.flatMap((range) => {
    const [first = '', last = ''] = range.split(':');
    if (worksheet.getCell(last).fullAddress.row < headingRow) return [];
    return [
      faultAt(
        { sheet: worksheet.name, cell: first },
        `セルが結合されています(${range})。結合を解除してください`,
      ),
    ];
  });
}

function rowsBelow(worksheet: Worksheet, wanted: readonly Column[], headings: Headings): ReadRows {
  const faults: WorkbookFault[] = [];
  const found: { readonly row: SheetRow; readonly order: number }[] = [];
  let order = Number.NEGATIVE_INFINITY;
  worksheet.eachRow((row, number) => {
    if (number <= headings.row) return;
    const read = readRow(row, wanted, headings, worksheet.name);
    if (read === undefined) return;
    faults.push(...read.faults);
    // A row without a number comes after the one above it.
    order = read.order ?? order;
    found.push({ row: read.row, order });
  });
  return { rows: found.toSorted((a, b) => a.order - b.order || 0).map(({ row }) => row), faults };
}

interface ReadRow {
  readonly row: SheetRow;
  readonly order: number | undefined;
  readonly faults: readonly WorkbookFault[];
}

/** Undefined where nothing but a number stands in the row. */
function readRow(
  row: Row,
  wanted: readonly Column[],
  headings: Headings,
  sheet: string,
): ReadRow | undefined {
  const faults: WorkbookFault[] = [];
  const texts = new Map<string, string>();
  const spots = new Map<string, Spot>();
  let isBlank = true;
  let order: number | undefined;
  for (const { heading, role } of wanted) {
    const column = headings.columns.get(heading)?.[0];
    if (column === undefined) continue;
    const cell = row.getCell(column);
    const spot = { sheet, cell: cell.address, heading };
    spots.set(heading, spot);
    const said = cellText(cell);
    if (said.kind === 'fault') faults.push(faultAt(spot, said.message));
    else if (role.kind !== 'order') texts.set(heading, said.text);
    else if (said.text !== '') {
      order = Number(said.text.normalize('NFKC'));
      if (!Number.isFinite(order)) faults.push(faultAt(spot, '順番は数で書くか、空にしてください'));
    }
    if (role.kind !== 'order' && (said.kind === 'fault' || said.text !== '')) isBlank = false;
  }
  if (isBlank) return undefined;
  const read: SheetRow = {
    text: ({ heading }) => texts.get(heading) || undefined,
    spot: ({ heading }) => spots.get(heading)!,
  };
  return { row: read, order: Number.isFinite(order) ? order : undefined, faults };
}
