import type { KnowledgeBase } from '../schema.ts';
import { type Column, type Holding, SHEETS, type Sheet } from './sheets.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** A part of the knowledge base with its id, or that of the part it belongs to ('' where it has none). */
interface Part {
  readonly id: string;
  readonly value: unknown;
}

/** The cells of a sheet as texts, one row a part, in the order of its columns; '' is an empty cell. */
export function rowsOf(kb: KnowledgeBase, { holding, columns }: Sheet): readonly (readonly string[])[] {
  return partsOf(kb, holding).map((part, i) => columns.map((column) => cellOf(kb, column, part, i + 1)));
}

function partsOf(kb: KnowledgeBase, holding: Holding): readonly Part[] {
  const all: Mapping = kb;
  switch (holding.kind) {
    case 'record':
      return Object.entries(all[holding.field] as Mapping).map(([id, value]) => ({ id, value }));
    case 'list':
      return (all[holding.field] as readonly { readonly id: string }[]).map((value) => ({
        id: value.id,
        value,
      }));
    case 'single':
      return [{ id: '', value: all[holding.field] }];
    case 'within':
      return partsOf(kb, holdingOf(holding.sheet)).flatMap(({ id, value }) =>
        ((value as Mapping)[holding.field] as readonly unknown[]).map((item) => ({ id, value: item })),
      );
  }
}

/** What a sheet holds that is known to be there. */
export function holdingOf(name: string): Holding {
  return SHEETS.find((sheet) => sheet.name === name)!.holding;
}

function cellOf(kb: KnowledgeBase, { role }: Column, { id, value }: Part, number: number): string {
  switch (role.kind) {
    case 'order':
      return String(number);
    case 'id':
    case 'owner':
      return id;
    case 'shown':
      return role.show(kb, value, id);
    case 'field': {
      const found = role.field.reduce<unknown>((at, name) => (at as Mapping | undefined)?.[name], value);
      return found === undefined ? '' : role.format.encode(found);
    }
  }
}
