import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, it } from 'vitest';
import { intakeTables } from '../../src/storage/migrate-intake.ts';
import { sqliteConnector } from '../../src/storage/sqlite.ts';
import type { Tables } from '../../src/storage/tables.ts';

it('makes one opinion of the press and the comment that used to be two', async () => {
  const database = new BetterSqlite3(':memory:');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  database.exec(`
    create table feedback (
      id integer primary key, at, conversation, channel, entry, insurer, helpful integer, comment text);
    insert into feedback values
      (1, 1, 'a', 'web', 'e', null, 0, null), (2, 2, 'a', 'web', 'e', null, 0, '古い'),
      (3, 3, 'a', 'web', 'other', null, 1, null),
      (4, 4, 'b', 'web', 'e', null, 1, 'よい'), (5, 5, 'b', 'web', 'e', null, 1, null);`);
  await intakeTables(db, sqliteConnector({ file: ':memory:' }).dialect);
  const rows = database.prepare('select id, helpful, comment from feedback order by id').raw().all();
  expect(rows).toEqual([
    [2, 0, '古い'],
    [3, 1, null],
    [5, 1, 'よい'],
  ]);
  expect(() => database.exec(`insert into feedback values (6, 6, 'b', 'web', 'e', null, 1, null)`)).toThrow(
    /UNIQUE/,
  );
  await db.destroy();
});
