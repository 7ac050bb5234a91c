import { describe, expect, it } from 'vitest';
import type { WatchedSource } from '../../src/staff/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { NOW } from './events.ts';

const LEASE_MS = 3_600_000;
const SEEN: WatchedSource = {
  document: 'leaflet',
  url: 'https://www.city.example.jp/leaflet.html',
  seen: {
    hash: 'a'.repeat(64),
    reader: 1,
    updated: { date: isoDate('2026-08-01')!, by: 'page' },
    etag: 'W/"5-é"',
    lastModified: 'Sat, 01 Aug 2026 00:00:00 GMT',
  },
  seenAt: NOW,
  isGone: false,
  failures: 0,
  checkedAt: NOW,
};
const NEVER_SEEN: WatchedSource = {
  document: 'a-page',
  url: 'https://www.city.example.jp/',
  seen: null,
  seenAt: null,
  isGone: false,
  failures: 2,
  checkedAt: NOW,
};

/** What is kept of the pages of documents, and who looks at them next. */
export function sourcesContract(make: MakeDatabase): void {
  describe('watched sources', () => {
    const bench = benchOf(make);

    it('gives back what was saved, by document', async () => {
      const { sources } = bench().store;
      expect(await sources.all()).toEqual([]);
      await sources.save(SEEN);
      await sources.save(NEVER_SEEN);
      expect(await sources.all()).toEqual([NEVER_SEEN, SEEN]);
    });

    it('keeps the last word on a document, also that it says less than before', async () => {
      const { sources } = bench().store;
      const undated = { ...SEEN.seen!, updated: null, etag: null, lastModified: null };
      const gone = { ...SEEN, seen: undated, isGone: true, checkedAt: NOW + 1 };
      await sources.save(SEEN);
      await sources.save(gone);
      expect(await sources.all()).toEqual([gone]);
    });

    it('gives a round to one of many that ask at once', async () => {
      const stores = await Promise.all([bench().another(), bench().another(), bench().another()]);
      const asked = await Promise.all(
        stores.map(({ sources }) => sources.beginRound({ now: NOW, leaseMs: LEASE_MS })),
      );
      expect(asked.filter(Boolean)).toHaveLength(1);
    });

    it('gives the next round when it is due, or when whoever had the last one did not come back', async () => {
      const { sources } = bench().store;
      const begin = (now: number) => sources.beginRound({ now, leaseMs: LEASE_MS });
      expect(await begin(NOW)).toBe(true);
      expect(await begin(NOW + LEASE_MS - 1)).toBe(false);
      expect(await begin(NOW + LEASE_MS)).toBe(true);
      await sources.endRound(NOW + 24 * LEASE_MS);
      expect(await begin(NOW + 24 * LEASE_MS - 1)).toBe(false);
      expect(await begin(NOW + 24 * LEASE_MS)).toBe(true);
    });
  });
}
