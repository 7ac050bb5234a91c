import { id as idSchema } from '../schema.ts';
import type { Path } from '../yaml.ts';
import { createSpots, faultAt, type Spots, type WorkbookFault } from './faults.ts';
import type { SheetRow } from './read-rows.ts';
import { type Column, type Holding, SHEETS, type Sheet } from './sheets.ts';

/** Plain data in the shape of a knowledge base, as far as the rows say it. */
export interface Assembled {
  readonly plain: Readonly<Record<string, unknown>>;
  readonly spots: Spots;
  readonly faults: readonly WorkbookFault[];
}

type Draft = Record<string, unknown>;

/** A part that others may belong to; of one with a faulty id nothing more is said. */
interface Owner {
  readonly draft: Draft;
  readonly path: Path;
}

interface Work {
  readonly plain: Draft;
  readonly spots: Spots;
  readonly faults: WorkbookFault[];
  /** By sheet and id. */
  readonly owners: Map<string, Map<string, Owner>>;
}

/** Puts the rows of all sheets together; what does not fit its place is a fault, what a field says is for the schema. */
export function assemble(rowsOf: (sheet: Sheet) => readonly SheetRow[]): Assembled {
  const work: Work = { plain: {}, spots: createSpots(), faults: [], owners: new Map() };
  const isInner = ({ holding }: Sheet) => holding.kind === 'within';
  for (const sheet of SHEETS.filter((each) => !isInner(each))) {
    if (sheet.holding.kind === 'single') addSingle(work, sheet, rowsOf(sheet));
    else addParts(work, sheet, rowsOf(sheet));
  }
  for (const sheet of SHEETS.filter(isInner)) addInner(work, sheet, rowsOf(sheet));
  return work;
}

/** Rows that are parts of their own: entries, documents, the call centre. */
function addParts(work: Work, sheet: Sheet, rows: readonly SheetRow[]): void {
  const { holding } = sheet;
  const owners = new Map<string, Owner>();
  work.owners.set(sheet.name, owners);
  const list: Draft[] = [];
  const record: Draft = {};
  work.plain[holding.field] = holding.kind === 'list' ? list : record;
  const idColumn = sheet.columns.find(({ role }) => role.kind === 'id')!;
  for (const row of rows) {
    const id = row.text(idColumn);
    const spot = row.spot(idColumn);
    const fault = idFault(id, owners);
    if (fault !== undefined || id === undefined) {
      work.faults.push(faultAt(spot, fault ?? `「${idColumn.heading}」が空です。書いてください`));
      if (id !== undefined && !owners.has(id)) owners.set(id, { draft: {}, path: [] });
      continue;
    }
    const path = [holding.field, holding.kind === 'list' ? list.length : id];
    const draft: Draft = holding.kind === 'list' ? { id } : {};
    if (holding.kind === 'list') list.push(draft);
    else record[id] = draft;
    owners.set(id, { draft, path });
    work.spots.set(path, spot);
    fill(work, { draft, path }, sheet, row);
    for (const inner of innerFields(sheet)) draft[inner] = [];
  }
}

function idFault(id: string | undefined, owners: ReadonlyMap<string, Owner>): string | undefined {
  if (id === undefined) return undefined;
  if (!idSchema.safeParse(id).success) return 'IDは英小文字で始め、英小文字・数字・ハイフンで書いてください';
  return owners.has(id) ? `ID「${id}」の行が二つあります。片方を消すか、別のIDにしてください` : undefined;
}

/** Lists of a part whose items have a sheet of their own; they may turn out to be empty. */
const innerFields = ({ name }: Sheet) =>
  SHEETS.flatMap(({ holding }) =>
    holding.kind === 'within' && holding.sheet === name ? [holding.field] : [],
  );

function addSingle(work: Work, sheet: Sheet, [row, second]: readonly SheetRow[]): void {
  const { field } = sheet.holding;
  const first = sheet.columns[0]!;
  if (row === undefined) {
    const spot = { sheet: sheet.name, cell: 'A2', heading: first.heading };
    work.spots.set([field], spot);
    work.faults.push(faultAt(spot, '行がありません。1行書いてください'));
    return;
  }
  if (second)
    work.faults.push(faultAt(second.spot(first), 'ここには1行だけ書けます。この行を消してください'));
  const draft: Draft = {};
  work.plain[field] = draft;
  work.spots.set([field], row.spot(first));
  fill(work, { draft, path: [field] }, sheet, row);
}

/** Rows that are items of another part: answers, phrasings, desks. */
function addInner(work: Work, sheet: Sheet, rows: readonly SheetRow[]): void {
  const holding = sheet.holding as Extract<Holding, { kind: 'within' }>;
  const ownerColumn = sheet.columns.find(({ role }) => role.kind === 'owner')!;
  for (const row of rows) {
    const id = row.text(ownerColumn);
    const spot = row.spot(ownerColumn);
    const owner = id === undefined ? undefined : work.owners.get(holding.sheet)!.get(id);
    if (owner === undefined) {
      const message =
        id === undefined
          ? `「${ownerColumn.heading}」が空です。どの行のものか、IDを書いてください`
          : `「${holding.sheet}」シートに ID「${id}」がありません。IDを直すか、そのシートに行を足してください`;
      work.faults.push(faultAt(spot, message));
      continue;
    }
    // Of a part with a faulty id, its own cell has been told.
    if (owner.path.length === 0) continue;
    const items = owner.draft[holding.field] as unknown[];
    const path = [...owner.path, holding.field, items.length];
    work.spots.set(path, spot);
    const draft: Draft = {};
    const whole = fill(work, { draft, path }, sheet, row);
    items.push(whole ?? draft);
  }
}

/** Fills the fields of a part; where the sheet has a column for the part itself, its text is returned. */
function fill(work: Work, { draft, path }: Owner, sheet: Sheet, row: SheetRow): unknown {
  let whole: unknown;
  for (const column of sheet.columns) {
    const { role } = column;
    if (role.kind !== 'field') continue;
    const at = [...path, ...role.field];
    work.spots.set(at, row.spot(column));
    const value = decoded(work, column, row);
    if (role.field.length === 0) whole = value ?? '';
    else if (value !== undefined) put(draft, role.field, value);
  }
  return whole;
}

function decoded(work: Work, column: Column, row: SheetRow): unknown {
  const text = row.text(column);
  if (text === undefined || column.role.kind !== 'field') return undefined;
  const result = column.role.format.decode(text);
  if (result.kind === 'value') return result.value;
  work.faults.push(faultAt(row.spot(column), result.message));
  return undefined;
}

function put(draft: Draft, [name, ...rest]: readonly string[], value: unknown): void {
  if (name === undefined) return;
  if (rest.length === 0) draft[name] = value;
  else {
    const inner = (draft[name] ?? {}) as Draft;
    draft[name] = inner;
    put(inner, rest, value);
  }
}
