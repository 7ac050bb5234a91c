import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/storage/index.ts';
import { openStoreWith } from '../../src/storage/open-store.ts';
import { sqliteConnector } from '../../src/storage/sqlite.ts';
import { claim, claimOne, DONE, eventOf, idsOf, NOW } from '../contract/events.ts';
import { storeContract } from '../contract/store.ts';
import { type SqliteTestDatabase, sqliteDatabase } from './sqlite-database.ts';

storeContract('SQLite', sqliteDatabase);

const UNAVAILABLE = { name: 'StoreUnavailable' };
const BIG = 'x'.repeat(20_000);

async function withFile(work: (database: SqliteTestDatabase) => Promise<void>): Promise<void> {
  const database = await sqliteDatabase();
  try {
    await work(database);
  } finally {
    await database.remove();
  }
}

/** Adds events until the disk is full; gives those that the store said it has. */
async function fill(store: Store): Promise<readonly string[]> {
  for (let i = 0; ; i++) {
    const id = `e${i}`;
    try {
      await store.inbox.add([{ ...eventOf(id, id), payload: BIG }], NOW);
    } catch (error) {
      expect(error).toMatchObject({ ...UNAVAILABLE, cause: { code: 'SQLITE_FULL' } });
      return Array.from({ length: i }, (_, n) => `e${n}`);
    }
  }
}

describe('a full disk', () => {
  it('loses nothing that was stored, and all goes on when there is room again', () =>
    withFile(async ({ file, execute }) => {
      const store = await openStoreWith(sqliteConnector({ file, mostPages: 100 }));
      const stored = await fill(store);
      expect(stored.length).toBeGreaterThan(5);
      await expect(store.inbox.add([{ ...eventOf('more'), payload: BIG }], NOW)).rejects.toMatchObject(
        UNAVAILABLE,
      );
      await execute(`delete from inbox where id = 'e0'`);
      const events = await claim(store, NOW, 1_000);
      expect(idsOf(events).toSorted()).toEqual(stored.slice(1).toSorted());
      const ended = await Promise.all(events.map((event) => store.inbox.finish(event, DONE, NOW)));
      expect(new Set(ended)).toEqual(new Set(['done']));
      expect(await store.inbox.add([{ ...eventOf('more'), payload: BIG }], NOW)).toBe(1);
      await store.close();
    }));
});

describe('a file that goes away under a running process', () => {
  it.each([
    ['deleted', (file: string) => rmSync(file)],
    [
      'deleted with all that stands beside it',
      (file: string) => rmSync(join(file, '..'), { recursive: true }),
    ],
    ['moved away', (file: string) => renameSync(file, `${file}.old`)],
  ])('is noticed before anything is acknowledged, and made anew: %s', (_what, takeAway) =>
    withFile(async ({ file, url }) => {
      const store = await openStore(url);
      await store.inbox.add([eventOf('a')], NOW);
      takeAway(file);
      await expect(store.inbox.add([eventOf('b')], NOW)).rejects.toMatchObject(UNAVAILABLE);
      expect(await store.inbox.add([eventOf('b')], NOW)).toBe(1);
      const another = await openStore(url);
      expect(await another.inbox.counts()).toMatchObject({ pending: 1 });
      await another.close();
      await store.close();
    }),
  );

  it('is used again when a backup was put in its place', () =>
    withFile(async ({ file, url }) => {
      const first = await openStore(url);
      await first.inbox.add([eventOf('kept')], NOW);
      await first.close();
      cpSync(file, `${file}.backup`);
      const store = await openStore(url);
      await store.inbox.add([eventOf('after', 'baba')], NOW);
      renameSync(`${file}.backup`, file);
      await expect(claim(store)).rejects.toMatchObject(UNAVAILABLE);
      expect(idsOf(await claim(store))).toContain('kept');
      await store.close();
    }));
});

describe('a file that cannot be used', () => {
  it('is told as StoreUnavailable where it is no database', () =>
    withFile(async ({ file, url }) => {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(
        file,
        'no database, but a text that is longer than the header of one would be'.repeat(99),
      );
      await expect(openStore(url)).rejects.toMatchObject({
        ...UNAVAILABLE,
        cause: { code: 'SQLITE_NOTADB' },
      });
    }));

  it('is waited for while another process writes, and given up after a while', { timeout: 60_000 }, () =>
    withFile(async ({ file, url }) => {
      const store = await openStore(url);
      const other = new BetterSqlite3(file);
      other.exec('begin immediate');
      await expect(store.check(NOW)).rejects.toMatchObject({
        ...UNAVAILABLE,
        cause: { code: 'SQLITE_BUSY' },
      });
      const waiting = store.inbox.add([eventOf('a')], NOW);
      other.exec('commit');
      expect(await waiting).toBe(1);
      other.close();
      await store.close();
    }),
  );

  it.skipIf(process.platform === 'win32')('is told where its folder or itself may only be read', () =>
    withFile(async ({ folder, file, url }) => {
      // Root may write everywhere, so that nobody tries it.
      const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const script = join(import.meta.dirname, 'write-somewhere.ts');
      const tried = () =>
        spawnSync(process.execPath, [script, url], { ...nobody, cwd: '/', encoding: 'utf8' }).stdout;
      chmodSync(folder, 0o555);
      expect(tried()).toBe('StoreUnavailable: データベースを使えません(EACCES)');
      chmodSync(folder, 0o755);
      await (await openStore(url)).close();
      chmodSync(file, 0o444);
      chmodSync(join(file, '..'), 0o555);
      expect(tried()).toMatch(/^StoreUnavailable: データベースを使えません\(SQLITE_(READONLY|CANTOPEN)/);
    }),
  );
});

describe('the audit log on SQLite', () => {
  it('refuses a line in the place of another', () =>
    withFile(async ({ url, execute }) => {
      const store = await openStore(url);
      const line = { at: NOW, who: 'aoki', action: 'staff.sign-in', subject: 'aoki', why: null };
      await store.audit.add(line);
      const replacing = `insert or replace into staff_audit (id, at, who, action, subject) values (1, 1, 'x', 'x', 'x')`;
      await expect(execute(replacing)).rejects.toThrow('append-only');
      expect(await store.audit.list({ limit: 9 })).toEqual([{ ...line, id: 1 }]);
      await store.close();
    }));
});

describe('what was erased', () => {
  it('stands nowhere in the files after the next upkeep', () =>
    withFile(async ({ file, url }) => {
      const store = await openStore(url);
      await store.inbox.add([{ ...eventOf('a'), payload: 'ひみつ' }], NOW);
      await store.inbox.finish(await claimOne(store), DONE, NOW);
      await store.prune(NOW, { done: NOW, dead: NOW, log: NOW });
      const bytes = ['', '-wal'].map((end) => readFileSync(`${file}${end}`));
      expect(Buffer.concat(bytes).includes('ひみつ')).toBe(false);
      await store.close();
    }));
});
