import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/index.ts';
import { benchOf } from '../contract/database.ts';
import { claim, eventOf, idsOf, NOW } from '../contract/events.ts';
import { storeContract } from '../contract/store.ts';
import { describeOnPostgres } from '../support/on-postgres.ts';
import { postgresDatabase, withClient } from './postgres-database.ts';

const DROP_EVERYTHING = `do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = current_schema() loop
    execute 'drop table ' || quote_ident(name) || ' cascade';
  end loop;
end $$`;

await describeOnPostgres('PostgreSQL', ({ url: server, own }) => {
  const make = () => postgresDatabase(server);
  storeContract('PostgreSQL', make);

  describe('PostgreSQL only', () => {
    const bench = benchOf(make);

    it('hands out other events while somebody holds the row of one', async () => {
      const { store, database } = bench();
      await store.inbox.add([eventOf('held', 'aoki'), eventOf('free', 'baba')], NOW);
      await withClient(database.url, async (client) => {
        await client.query(`begin; select * from inbox where id = 'held' for update`);
        expect(idsOf(await claim(store))).toEqual(['free']);
        await client.query('rollback');
      });
      expect(idsOf(await claim(store))).toEqual(['held']);
    });

    it.skipIf(own === undefined)('goes on after its connections were ended by an operator', async () => {
      const { store, database } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      await withClient(database.url, (client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'madoguchi'`,
        ),
      );
      await expect
        .poll(() =>
          store.check(NOW).then(
            () => 'works',
            () => 'fails',
          ),
        )
        .toBe('works');
      expect(idsOf(await claim(store))).toEqual(['a']);
    });

    it('makes its tables again after the database was made anew', async () => {
      const { store, database } = bench();
      await database.execute(DROP_EVERYTHING);
      await expect(claim(store)).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(await store.inbox.add([eventOf('a')], NOW)).toBe(1);
    });

    it('refuses to empty the audit log', async () => {
      const { store, database } = bench();
      await store.audit.add({ at: NOW, who: 'aoki', action: 'staff.sign-in', subject: 'aoki', why: null });
      await expect(database.execute('truncate staff_audit')).rejects.toThrow('append-only');
    });

    it('never says the password of its URL, however wrong the URL is', async () => {
      const urls = [
        'postgres://u:hunter2@127.0.0.1:1/db',
        'postgres://u:hunter2@:x/',
        'postgres://u:hunter2@[/db',
      ];
      for (const url of urls) {
        const error: unknown = await openStore(url).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error).toBeInstanceOf(Error);
        expect(wholeText(error)).not.toContain('hunter2');
      }
    });
  });

  describe.skipIf(own === undefined)('a PostgreSQL server that stops', () => {
    it('makes every call fail with StoreUnavailable, and work again once it is back', async () => {
      const database = await postgresDatabase(own!.url);
      const store = await openStore(database.url);
      await store.inbox.add([eventOf('a')], NOW);
      await own!.crash();
      const calls = [
        store.inbox.add([eventOf('b')], NOW),
        claim(store),
        store.inbox.counts(),
        store.conversations.load('k', NOW),
        store.learned.all(),
        store.check(NOW),
      ];
      for (const call of await Promise.allSettled(calls)) {
        expect(call).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
      }
      await own!.start();
      expect(await store.inbox.add([eventOf('b', 'baba')], NOW)).toBe(1);
      expect(idsOf(await claim(store))).toEqual(['a', 'b']);
      await store.close();
      await database.remove();
    });
  });
});

/** Everything that a log might show of an error. */
function wholeText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack, JSON.stringify(error), wholeText(error.cause)].join('\n');
}
