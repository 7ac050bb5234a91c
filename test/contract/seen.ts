import { describe, expect, it } from 'vitest';
import { benchOf, type MakeDatabase } from './database.ts';
import { NOW } from './events.ts';

const DAY = 86_400_000;
const KEEP = { done: 7 * DAY, dead: 7 * DAY, log: 90 * DAY };

export function seenContract(make: MakeDatabase): void {
  describe('events from outside', () => {
    const bench = benchOf(make);

    it('are first once, also where several replicas ask at the same moment', async () => {
      const { store } = bench();
      const asked = await Promise.all(Array.from({ length: 8 }, () => store.seen.isFirst('Ev1', NOW)));
      expect(asked.filter(Boolean)).toHaveLength(1);
      expect(await store.seen.isFirst('Ev1', NOW + 1)).toBe(false);
      expect(await store.seen.isFirst('ev1', NOW + 1)).toBe(true);
    });

    it('are forgotten once nobody sends them again', async () => {
      const { store } = bench();
      await store.seen.isFirst('old', NOW - 7 * DAY - 1);
      await store.seen.isFirst('new', NOW - DAY);
      await store.prune(NOW, KEEP);
      expect(await store.seen.isFirst('old', NOW)).toBe(true);
      expect(await store.seen.isFirst('new', NOW)).toBe(false);
    });
  });
}
