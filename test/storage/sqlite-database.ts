import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { TestDatabase } from '../contract/database.ts';

export interface SqliteTestDatabase extends TestDatabase {
  readonly folder: string;
  readonly file: string;
}

/** A SQLite file that is not there yet, in a folder of its own. */
export async function sqliteDatabase(): Promise<SqliteTestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-'));
  const file = join(folder, 'data', 'madoguchi.db');
  const withFile = async <T>(work: (database: BetterSqlite3.Database) => T): Promise<T> => {
    const database = new BetterSqlite3(file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    folder,
    file,
    url: `file:${file}`,
    dump: () => withFile(dumpOf),
    explain: (query) =>
      withFile((database) =>
        database
          .prepare<[], { detail: string }>(`explain query plan ${query}`)
          .all()
          .map(({ detail }) => detail)
          .join('\n'),
      ),
    execute: (statement) =>
      withFile((database) => {
        database.exec(statement);
      }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function dumpOf(database: BetterSqlite3.Database): string {
  const tables = database
    .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table'`)
    .all();
  const rows = tables.map(({ name }) =>
    JSON.stringify([name, database.prepare(`select * from "${name}"`).all()]),
  );
  return rows.join('\n');
}
