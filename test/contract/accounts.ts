import { describe, expect, it } from 'vitest';
import { LOCK_MS, MOST_TRIES, type Store } from '../../src/storage/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { NOW } from './events.ts';

const AOKI = { name: 'aoki', role: 'editor', password: 'hash-1' } as const;

async function tryOften({ accounts }: Store, times: number, now = NOW): Promise<void> {
  for (let i = 0; i < times; i++) await accounts.beginTrial('aoki', now);
}

export function accountsContract(make: MakeDatabase): void {
  describe('local accounts', () => {
    const bench = benchOf(make);

    it('are added once under a name, and listed by it', async () => {
      const { accounts } = bench().store;
      expect(await accounts.add({ ...AOKI, name: '馬場' }, NOW)).toBe(true);
      expect(await accounts.add(AOKI, NOW + 1)).toBe(true);
      expect(await accounts.add({ ...AOKI, role: 'approver' }, NOW + 2)).toBe(false);
      expect(await accounts.list(NOW)).toEqual([
        { name: 'aoki', role: 'editor', addedAt: NOW + 1, lockedUntil: undefined },
        { name: '馬場', role: 'editor', addedAt: NOW, lockedUntil: undefined },
      ]);
    });

    it('hand out the hash only to be compared, and the role of the moment', async () => {
      const { accounts } = bench().store;
      await accounts.add(AOKI, NOW);
      await accounts.setRole('aoki', 'viewer');
      expect(await accounts.beginTrial('aoki', NOW)).toEqual({ role: 'viewer', password: 'hash-1' });
      expect(await accounts.beginTrial('Aoki', NOW)).toBe('unknown');
    });

    it('say where there is nothing to change', async () => {
      const { accounts } = bench().store;
      expect(await accounts.setRole('nobody', 'viewer')).toBe(false);
      expect(await accounts.setPassword('nobody', 'x')).toBe(false);
      expect(await accounts.remove('nobody')).toBe(false);
    });

    it('are locked after ten tries, for a quarter of an hour after the last that counted', async () => {
      const { store } = bench();
      await store.accounts.add(AOKI, NOW);
      await tryOften(store, MOST_TRIES - 1);
      expect(await store.accounts.beginTrial('aoki', NOW + 5)).toMatchObject({ password: 'hash-1' });
      expect(await store.accounts.beginTrial('aoki', NOW + 6)).toBe('locked');
      expect(await store.accounts.beginTrial('aoki', NOW + 4 + LOCK_MS)).toBe('locked');
      expect((await store.accounts.list(NOW + 6))[0]).toMatchObject({ lockedUntil: NOW + 5 + LOCK_MS });
      expect(await store.accounts.beginTrial('aoki', NOW + 5 + LOCK_MS)).toMatchObject({ role: 'editor' });
      expect((await store.accounts.list(NOW + 5 + LOCK_MS))[0]).toMatchObject({ lockedUntil: undefined });
    });

    it('let no more tries through at once than one after the other', async () => {
      const { store, another } = bench();
      await store.accounts.add(AOKI, NOW);
      const replicas = [store, await another()];
      const tries = await Promise.all(
        Array.from({ length: 30 }, (_, i) => replicas[i % 2]!.accounts.beginTrial('aoki', NOW)),
      );
      expect(tries.filter((outcome) => outcome !== 'locked')).toHaveLength(MOST_TRIES);
    });

    it('forget the tries after one that succeeded, and when the operator sets a new password', async () => {
      const { store } = bench();
      await store.accounts.add(AOKI, NOW);
      await tryOften(store, MOST_TRIES);
      await store.accounts.succeed('aoki', 'hash-1', 'hash-2');
      expect(await store.accounts.beginTrial('aoki', NOW)).toMatchObject({ password: 'hash-2' });
      await tryOften(store, MOST_TRIES);
      await store.accounts.setPassword('aoki', 'hash-3');
      expect(await store.accounts.beginTrial('aoki', NOW)).toMatchObject({ password: 'hash-3' });
    });

    it('keep a password that was set while an old one was compared', async () => {
      const { accounts } = bench().store;
      await accounts.add(AOKI, NOW);
      await accounts.setPassword('aoki', 'new');
      await accounts.succeed('aoki', 'hash-1', 'hash-1-again');
      expect(await accounts.beginTrial('aoki', NOW)).toMatchObject({ password: 'new' });
    });

    it('are gone at once when removed', async () => {
      const { accounts } = bench().store;
      await accounts.add(AOKI, NOW);
      expect(await accounts.remove('aoki')).toBe(true);
      expect(await accounts.beginTrial('aoki', NOW)).toBe('unknown');
      expect(await accounts.list(NOW)).toEqual([]);
    });
  });
}
