import type { LoadedKnowledgeBase } from '../load.ts';
import { danglingReferences } from '../references.ts';
import { knowledgeBaseSchema } from '../schema.ts';
import { unsafeTexts } from '../unsafe-text.ts';
import type { Locate, Path } from '../yaml.ts';
import { assemble } from './assemble.ts';
import { faultAt, inWorkbookWords, type Spots, schemaMessage, type WorkbookFault } from './faults.ts';
import { openWorkbook } from './open.ts';
import { readRows, type SheetRow } from './read-rows.ts';
import { SHEETS } from './sheets.ts';

export type ReadWorkbook =
  /** `locate` gives a sheet for the file, its row and its cell for the part, so that the lint can name cells. */
  | ({ readonly kind: 'read' } & LoadedKnowledgeBase)
  /** Every fault that can be told at once, in the order of the sheets. */
  | { readonly kind: 'faults'; readonly faults: readonly WorkbookFault[] };

/**
 * The knowledge base in a workbook (.xlsx), which passes the checks of `loadKnowledgeBase`; the lint is for the caller. Sheets and
 * columns are found by their names, rows may stand in any order.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const opened = await openWorkbook(bytes);
  if (opened.kind === 'unreadable') {
    return { kind: 'faults', faults: [{ sheet: null, cell: null, message: opened.message }] };
  }
  const rows = new Map<string, readonly SheetRow[]>();
  const faults: WorkbookFault[] = [];
  let isComplete = true;
  for (const sheet of SHEETS) {
    const worksheet = opened.workbook.getWorksheet(sheet.name);
    if (worksheet === undefined) {
      const message = `シート「${sheet.name}」がありません。シートの名前を元に戻してください。`;
      faults.push({ sheet: null, cell: null, message });
      isComplete = false;
      continue;
    }
    const read = readRows(worksheet, sheet);
    if (read.rows.length === 0 && read.faults.length > 0) isComplete = false;
    rows.set(sheet.name, read.rows);
    faults.push(...read.faults);
  }
  // Where a whole sheet is unread, everything that names its rows would be a fault as well.
  if (!isComplete) return { kind: 'faults', faults: inOrder(faults) };
  const { plain, spots, faults: misplaced } = assemble(({ name }) => rows.get(name) ?? []);
  const found = checked(plain, spots, [...faults, ...misplaced]);
  return found.kind === 'faults' ? { ...found, faults: inOrder(found.faults) } : found;
}

/** Looks at the data as the loader of the file does; a cell that was told already is not told again. */
function checked(plain: unknown, spots: Spots, found: readonly WorkbookFault[]): ReadWorkbook {
  const parsed = knowledgeBaseSchema.safeParse(plain);
  const told = new Set(found.map(({ sheet, cell }) => `${sheet}!${cell}`));
  const faults = [...found];
  const tell = (path: Path, say: (heading: string) => string) => {
    const spot = spots.find(path);
    if (spot === undefined) {
      faults.push({ sheet: null, cell: null, message: say(path.join('.')) });
    } else if (!told.has(`${spot.sheet}!${spot.cell}`)) {
      faults.push(faultAt(spot, say(spot.heading)));
    }
  };
  for (const issue of parsed.error?.issues ?? [])
    tell(issue.path as Path, (heading) => schemaMessage(issue, heading));
  for (const { path, message } of [...danglingReferences(plain), ...unsafeTexts(plain)]) {
    tell(path, () => inWorkbookWords(message));
  }
  return parsed.success && faults.length === 0
    ? { kind: 'read', kb: parsed.data, locate: locating(spots) }
    : { kind: 'faults', faults };
}

const locating =
  (spots: Spots): Locate =>
  (path, message) => {
    const { sheet = '', cell = '' } = spots.find(path) ?? {};
    return {
      file: sheet,
      line: Number(/\d+$/.exec(cell) ?? 0),
      part: cell,
      message: inWorkbookWords(message),
    };
  };

/** As one goes through the workbook: by sheet, row and column. */
function inOrder(faults: readonly WorkbookFault[]): readonly WorkbookFault[] {
  const sheets = SHEETS.map(({ name }) => name);
  const key = ({ sheet, cell }: WorkbookFault): readonly [number, number, string] => {
    const [, column = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? [];
    return [sheet === null ? -1 : sheets.indexOf(sheet), Number(row), column.padStart(3)];
  };
  return faults.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one[0] - other[0] || one[1] - other[1] || one[2].localeCompare(other[2]);
  });
}
