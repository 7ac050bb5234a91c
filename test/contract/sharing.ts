import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/storage/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { claim, DONE, eventOf, NOW } from './events.ts';

const STARTER = join(import.meta.dirname, 'start-store.ts');

/** Opens the store in a process of its own, writes, and ends; resolves to what it said. */
function startAnother(
  url: string,
  id: string,
): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [STARTER, url, id], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.stderr.on('data', (part) => {
      said += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** Handles events until all `ends` of both stores are done, and notes them in the order in which they ended. */
async function handleAll(store: Store, ended: string[], total: number): Promise<void> {
  while (ended.length < total) {
    const events = await claim(store, NOW, 4);
    const ends = events.map(async (event) => {
      expect(await store.inbox.finish(event, DONE, NOW)).toBe('done');
      ended.push(event.id);
    });
    await Promise.all(ends);
  }
}

export function sharingContract(make: MakeDatabase): void {
  describe('several processes on one database', () => {
    const bench = benchOf(make);

    it('share the work: each event handled once, each lane in order', async () => {
      const { store, another } = bench();
      const people = ['aoki', 'baba', 'chiba', 'doi', 'endo', 'fujii', 'goto'];
      const events = people.flatMap((person) =>
        Array.from({ length: 12 }, (_, i) => eventOf(`${person}-${10 + i}`, person, NOW + i)),
      );
      await store.inbox.add(events, NOW);
      const stores = [store, await another(), await another()];
      const ended: string[] = [];
      await Promise.all(stores.map((each) => handleAll(each, ended, events.length)));
      expect(new Set(ended).size).toBe(events.length);
      for (const person of people) {
        const ofPerson = ended.filter((id) => id.startsWith(person));
        expect(ofPerson).toEqual(ofPerson.toSorted());
      }
    });

    it('get by with the same events at the same time, in whatever order', async () => {
      const { store, another } = bench();
      const other = await another();
      const events = Array.from({ length: 200 }, (_, i) => eventOf(`e${i}`, `p${i % 20}`));
      const added = await Promise.all([
        ...Array.from({ length: 10 }, () => store.inbox.add(events, NOW)),
        ...Array.from({ length: 10 }, () => other.inbox.add(events.toReversed(), NOW)),
      ]);
      expect(added.reduce((sum, n) => sum + n)).toBe(200);
    });

    it('save the same conversations at the same time without standing in each other’s way', async () => {
      const { store, another } = bench();
      const other = await another();
      const keys = Array.from({ length: 60 }, (_, i) => `k${i}`);
      const next = { state: { version: 1 }, version: 0, expiresAt: NOW + 1 } as const;
      const saved = await Promise.all([
        ...keys.map((key) => store.conversations.save(key, next, NOW)),
        ...keys.toReversed().map((key) => other.conversations.save(key, next, NOW)),
      ]);
      expect(saved.filter(Boolean)).toHaveLength(keys.length);
    });
  });

  describe('the first start', () => {
    it('makes the tables once, also when four processes start at once', { timeout: 60_000 }, async () => {
      const database = await make();
      const started = await Promise.all(['a', 'b', 'c', 'd'].map((id) => startAnother(database.url, id)));
      expect(started).toEqual(started.map(() => ({ code: 0, said: 'added 1\n' })));
      const store = await openStore(database.url);
      expect(await store.inbox.counts()).toMatchObject({ pending: 4 });
      await store.close();
      await database.remove();
    });

    it('refuses a database that a newer program made, and says so', async () => {
      const database = await make();
      await (await openStore(database.url)).close();
      await database.execute(`insert into migrations (version, name) values (99, 'of the future')`);
      await expect(openStore(database.url)).rejects.toThrow('新しいプログラムを使ってください');
      await database.remove();
    });
  });
}
