import { describe, expect, it } from 'vitest';
import { type LeasedEvent, MOST_ATTEMPTS, type Store } from '../../src/storage/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { claim, claimOne, DONE, eventOf, idsOf, LEASE_MS, NOW } from './events.ts';

const release = (isHarmless: boolean) => (store: Store, event: LeasedEvent) =>
  store.inbox.release(event, NOW, { error: 'channel', isHarmless });

export function inboxContract(make: MakeDatabase): void {
  describe('the inbox', () => {
    const bench = benchOf(make);

    it('stores an event that the channel sends again only once', async () => {
      const { store } = bench();
      expect(await store.inbox.add([eventOf('a'), eventOf('b'), eventOf('a')], NOW)).toBe(2);
      expect(await store.inbox.add([eventOf('b'), eventOf('c')], NOW)).toBe(1);
      expect(await store.inbox.add([], NOW)).toBe(0);
      expect(await store.inbox.counts()).toEqual({ pending: 3, done: 0, dead: 0, outcomes: {} });
    });

    it('knows an event again after it was done', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      await store.inbox.finish(await claimOne(store), DONE, NOW);
      expect(await store.inbox.add([eventOf('a')], NOW)).toBe(0);
      expect(await claim(store)).toEqual([]);
    });

    it('gives calls that come together one transaction, and each its own count', async () => {
      const { store } = bench();
      const calls = ['a', 'b', 'a', 'c'].map((id) => store.inbox.add([eventOf(id)], NOW));
      expect(await Promise.all(calls)).toEqual([1, 1, 0, 1]);
    });

    it('gives back what was put in', async () => {
      const { store } = bench();
      const event = { ...eventOf('a'), message: null, payload: '資格確認書"\\\u{20b9f}' };
      await store.inbox.add([event], NOW);
      expect(await claimOne(store)).toEqual({
        ...event,
        attempt: 1,
        isInDoubt: false,
        lease: expect.any(String),
      });
    });

    it('takes text that a database refuses, so that one resident cannot fail the others', async () => {
      const { store } = bench();
      const bad = store.inbox.add([{ ...eventOf('a'), payload: 'a\0b\ud842c' }], NOW);
      const good = store.inbox.add([eventOf('b', 'baba')], NOW);
      expect(await Promise.all([bad, good])).toEqual([1, 1]);
      expect((await claimOne(store)).payload).toBe('a\ufffdb\ufffdc');
    });

    it('hands out a lane one event after the other, the oldest first, however they came', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('late', 'aoki', NOW - 1), eventOf('b', 'aoki', NOW - 5)], NOW);
      await store.inbox.add([eventOf('a', 'aoki', NOW - 5)], NOW);
      const order: string[] = [];
      for (;;) {
        const events = await claim(store);
        if (events.length === 0) break;
        expect(events).toHaveLength(1);
        order.push(...idsOf(events));
        await store.inbox.finish(events[0]!, DONE, NOW);
      }
      expect(order).toEqual(['a', 'b', 'late']);
    });

    it('does not hand out an older event that comes while a younger one of its lane is handled', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('young', 'aoki', NOW)], NOW);
      const young = await claimOne(store);
      await store.inbox.add([eventOf('old', 'aoki', NOW - 10)], NOW);
      expect(await claim(store)).toEqual([]);
      await store.inbox.finish(young, DONE, NOW);
      expect(idsOf(await claim(store))).toEqual(['old']);
    });

    it('hands out the oldest of each free lane, up to the limit', async () => {
      const { store } = bench();
      await store.inbox.add(
        ['aoki', 'baba', 'chiba'].flatMap((person, i) => [
          eventOf(`${person}-1`, person, NOW + i),
          eventOf(`${person}-2`, person, NOW + 10),
        ]),
        NOW,
      );
      expect(idsOf(await claim(store, NOW, 2))).toEqual(['aoki-1', 'baba-1']);
      expect(idsOf(await claim(store, NOW, 2))).toEqual(['chiba-1']);
    });

    it('hands out an event again when its lease has run out, and then heeds only the new lease', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      const first = await claimOne(store);
      expect(await claim(store, NOW + LEASE_MS - 1)).toEqual([]);
      const second = await claimOne(store, NOW + LEASE_MS);
      expect(second).toMatchObject({ id: 'a', attempt: 2 });
      expect(second.lease).not.toBe(first.lease);
      await store.inbox.release(first, 0, { error: 'late', isHarmless: true });
      await store.inbox.putBack(first);
      expect(await store.inbox.finish(first, DONE, NOW)).toBe('lost');
      expect(await claim(store, NOW + LEASE_MS)).toEqual([]);
      expect(await store.inbox.finish(second, DONE, NOW)).toBe('done');
    });

    it('lets a slow handler finish while nobody else has taken the event', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      const event = await claimOne(store);
      expect(await store.inbox.finish(event, DONE, NOW + 10 * LEASE_MS)).toBe('done');
      expect(await store.inbox.finish(event, DONE, NOW)).toBe('lost');
    });

    it('keeps a released event, and those behind it, until it is due', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a', 'aoki', NOW), eventOf('b', 'aoki', NOW + 1)], NOW);
      await store.inbox.release(await claimOne(store), NOW + 1_000, { error: 'channel', isHarmless: true });
      expect(await claim(store, NOW + 999)).toEqual([]);
      expect(await claim(store, NOW + 1_000)).toMatchObject([{ id: 'a', attempt: 2 }]);
    });

    it('gives an event up after its last attempt, shows it without its content, and lets the lane go on', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a', 'aoki', NOW), eventOf('b', 'aoki', NOW + 1)], NOW);
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        const event = await claimOne(store);
        expect(event).toMatchObject({ id: 'a', attempt });
        await store.inbox.release(event, NOW, { error: 'channel', isHarmless: true });
      }
      expect(await store.inbox.dead()).toEqual([
        { id: 'a', occurredAt: NOW, attempts: MOST_ATTEMPTS, error: 'channel' },
      ]);
      expect(idsOf(await claim(store))).toEqual(['b']);
      expect(await store.inbox.counts()).toMatchObject({ pending: 1, dead: 1 });
    });

    it('finishes what was begun before an older event that came late, whose answer would else be told out of order', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('b', 'aoki', NOW + 1)], NOW);
      await store.inbox.release(await claimOne(store), NOW, { error: 'channel', isHarmless: false });
      await store.inbox.add([eventOf('a', 'aoki', NOW)], NOW);
      const begun = await claimOne(store);
      expect(begun.id).toBe('b');
      await store.inbox.finish(begun, DONE, NOW);
      expect(await claim(store)).toMatchObject([{ id: 'a' }]);
    });

    it('gives an event up at once where trying again cannot help', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      await store.inbox.giveUp(await claimOne(store), { error: 'refused', isHarmless: true }, NOW);
      expect(await store.inbox.dead()).toEqual([{ id: 'a', occurredAt: NOW, attempts: 1, error: 'refused' }]);
    });

    it.each([
      ['whose process died', (_store: Store, _event: LeasedEvent) => Promise.resolve(), true],
      ['that failed midway', release(false), true],
      ['that certainly had no effect', release(true), false],
    ])('tells the next attempt of one before it %s', async (_why, end, isInDoubt) => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      const first = await claimOne(store);
      expect(first.isInDoubt).toBe(false);
      await end(store, first);
      expect(await claimOne(store, NOW + LEASE_MS)).toMatchObject({ attempt: 2, isInDoubt });
    });

    it('still tells of a doubt when staff try a dead event again', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      await store.inbox.giveUp(await claimOne(store), { error: 'channel', isHarmless: false }, NOW);
      await store.inbox.retry('a', NOW);
      expect(await claimOne(store)).toMatchObject({ attempt: 1, isInDoubt: true });
    });

    it('gives up an event that ends its process each time', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++)
        await claimOne(store, NOW + attempt * LEASE_MS);
      expect(await claim(store, NOW + MOST_ATTEMPTS * LEASE_MS)).toEqual([]);
      expect(await store.inbox.dead()).toEqual([
        { id: 'a', occurredAt: NOW, attempts: MOST_ATTEMPTS, error: 'lease-expired' },
      ]);
    });

    it('puts a dead event back with all that it said, at its first attempt', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      for (let i = 0; i < MOST_ATTEMPTS; i++)
        await store.inbox.release(await claimOne(store), NOW, { error: 'channel', isHarmless: true });
      expect(await store.inbox.retry('b', NOW)).toBe(false);
      expect(await store.inbox.retry('a', NOW)).toBe(true);
      expect(await store.inbox.retry('a', NOW)).toBe(false);
      expect(await claim(store)).toMatchObject([{ ...eventOf('a'), attempt: 1 }]);
    });

    it('does not count a lease that was put back, and hands the event out at once', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      for (let i = 0; i <= MOST_ATTEMPTS; i++) {
        const event = await claimOne(store);
        expect(event.attempt).toBe(1);
        await store.inbox.putBack(event);
      }
      expect(await claim(store)).toHaveLength(1);
    });

    it('counts the outcomes', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a', 'a'), eventOf('b', 'b'), eventOf('c', 'c')], NOW);
      const [a, b, c] = await claim(store);
      await store.inbox.finish(a!, { outcome: 'replied' }, NOW);
      await store.inbox.finish(b!, { outcome: 'replied' }, NOW);
      await store.inbox.finish(c!, { outcome: 'ignored' }, NOW);
      expect(await store.inbox.counts()).toEqual({
        pending: 0,
        done: 3,
        dead: 0,
        outcomes: { ignored: 1, replied: 2 },
      });
    });
  });
}
