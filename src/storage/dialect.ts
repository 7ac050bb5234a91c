import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** The few things that the two engines say differently. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** A table `j` with one column `value`, a row for each element of the JSON array. */
  each(json: string): RawBuilder<unknown>;
  /** `for update …` where rows can be locked; SQLite's transactions have the database to themselves. */
  lockRows(how: 'of i' | 'of i skip locked' | 'skip locked'): RawBuilder<unknown>;
  /** Waits until no other transaction holds one of these names, and holds them until its end. */
  holdNames(db: Database, names: readonly string[]): Promise<void>;
  /** Column types. */
  readonly serial: RawBuilder<unknown>;
  /** Text that is ordered by its bytes. */
  readonly bytewise: RawBuilder<unknown>;
}

/** Rows handed over as one JSON parameter: the statement stays the same for any number of rows, and is prepared once. */
export function jsonOf(rows: readonly unknown[]): string {
  const json = JSON.stringify(rows);
  return UNSTORABLE.test(json) ? JSON.stringify(rows, storable) : json;
}

/** PostgreSQL takes no NUL and no half of a surrogate pair, and one resident's must not fail a whole batch. */
const UNSTORABLE = /\\u(0000|d[89a-f])/i;

function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value;
}

/** The text with what no database takes replaced by U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** A text field of the row `j`. */
export const textField = (name: string) => sql`j.value ->> ${sql.lit(name)}`;
/** A whole number field of the row `j`. */
export const numberField = (name: string) => sql`cast(j.value ->> ${sql.lit(name)} as bigint)`;
