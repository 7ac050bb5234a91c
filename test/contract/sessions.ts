import { describe, expect, it } from 'vitest';
import type { SessionHolder, Store } from '../../src/storage/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { NOW } from './events.ts';

const IDLE = 30 * 60_000;
const END = NOW + 12 * 3_600_000;
const AOKI = { kind: 'local', name: 'aoki' } as const;
const BABA: SessionHolder = { kind: 'oidc', name: 'baba@city.example.jp', claims: ['group:kokuho'] };

const begin = ({ sessions }: Store, id: string, holder: SessionHolder = AOKI) =>
  sessions.begin(id, holder, { now: NOW, endsAt: END });
const use = ({ sessions }: Store, id: string, now = NOW) => sessions.use(id, { now, idleMs: IDLE });
const addAoki = ({ accounts }: Store) => accounts.add({ name: 'aoki', role: 'editor', password: 'x' }, NOW);

export function sessionsContract(make: MakeDatabase): void {
  describe('sessions of staff', () => {
    const bench = benchOf(make);

    it('know whose they are, with the role of the moment or the claims that gave one', async () => {
      const { store } = bench();
      await addAoki(store);
      await begin(store, 's1');
      await begin(store, 's2', BABA);
      expect(await use(store, 's1')).toEqual({ ...AOKI, role: 'editor' });
      expect(await use(store, 's2')).toEqual(BABA);
      expect(await use(store, 's3')).toBeUndefined();
      await store.accounts.setRole('aoki', 'viewer');
      expect(await use(store, 's1')).toMatchObject({ role: 'viewer' });
    });

    it('end when they were not used for the idle time, and not while they are used', async () => {
      const { store } = bench();
      await begin(store, 's', BABA);
      for (let minutes = 20; minutes <= 100; minutes += 20) {
        expect(await use(store, 's', NOW + minutes * 60_000)).toEqual(BABA);
      }
      const last = NOW + 100 * 60_000;
      expect(await use(store, 's', last + IDLE)).toBeUndefined();
      expect(await use(store, 's', last + IDLE - 1)).toEqual(BABA);
    });

    it('end at their time, however much they are used', async () => {
      const { store } = bench();
      await begin(store, 's', BABA);
      for (let now = NOW; now < END; now += IDLE / 2) expect(await use(store, 's', now)).toEqual(BABA);
      expect(await use(store, 's', END)).toBeUndefined();
    });

    it('end with their account, and do not come back with another of its name', async () => {
      const { store } = bench();
      await addAoki(store);
      await begin(store, 's');
      await store.accounts.remove('aoki');
      expect(await use(store, 's')).toBeUndefined();
      await addAoki(store);
      expect(await use(store, 's')).toBeUndefined();
    });

    it('end when the password is set anew', async () => {
      const { store } = bench();
      await addAoki(store);
      await begin(store, 's');
      await store.accounts.setPassword('aoki', 'y');
      expect(await use(store, 's')).toBeUndefined();
    });

    it('end one by one, or all of somebody, but not those of a namesake who signs in elsewhere', async () => {
      const { store, another } = bench();
      await addAoki(store);
      for (const id of ['s1', 's2', 's3']) await begin(store, id);
      await begin(store, 's4', { kind: 'oidc', name: 'aoki', claims: [] });
      await store.sessions.end('s1');
      expect(await use(store, 's1')).toBeUndefined();
      expect(await use(store, 's2')).toBeDefined();
      expect(await store.sessions.endAll('local', 'aoki')).toBe(2);
      const replica = await another();
      expect(await use(replica, 's3')).toBeUndefined();
      expect(await use(replica, 's4')).toBeDefined();
    });

    it('are deleted once they are over', async () => {
      const { store, database } = bench();
      await begin(store, 'the-session', BABA);
      await store.prune(END - 1, { done: 1, dead: 1, log: 1 });
      expect(await database.dump()).toContain('the-session');
      await store.prune(END, { done: 1, dead: 1, log: 1 });
      expect(await database.dump()).not.toContain('the-session');
    });
  });
}
