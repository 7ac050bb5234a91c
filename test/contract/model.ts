import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LeasedEvent,
  MOST_ATTEMPTS,
  type NewEvent,
  openStore,
  type Store,
} from '../../src/storage/index.ts';
import type { MakeDatabase } from './database.ts';
import { eventOf, idsOf, NOW } from './events.ts';

interface Row {
  readonly event: NewEvent;
  state: 'pending' | 'done' | 'dead';
  dueAt: number;
  attempts: number;
  /** Attempts that nobody has called harmless. */
  doubts: number;
  lease: string | undefined;
}

/** The inbox as one would write it in memory: a list that is looked through. */
class Oracle {
  readonly rows = new Map<string, Row>();

  add(events: readonly NewEvent[], now: number): number {
    const fresh = events.filter(({ id }) => !this.rows.has(id));
    for (const event of fresh) {
      this.rows.set(event.id, {
        event,
        state: 'pending',
        dueAt: now,
        attempts: 0,
        doubts: 0,
        lease: undefined,
      });
    }
    return fresh.length;
  }

  /** The ids that a claim must give, in the order in which they are chosen. */
  claimable(now: number, limit: number): readonly string[] {
    for (const row of this.pending()) {
      if (row.attempts >= MOST_ATTEMPTS && row.dueAt <= now) row.state = 'dead';
    }
    const heads = this.pending().filter((row) => row.dueAt <= now && this.isFree(row, now));
    heads.sort((a, b) => a.dueAt - b.dueAt || byAge(a.event, b.event));
    return heads.slice(0, limit).map(({ event }) => event.id);
  }

  held({ id, lease }: LeasedEvent): Row | undefined {
    const row = this.rows.get(id);
    return row?.state === 'pending' && row.lease === lease ? row : undefined;
  }

  counts() {
    const inState = (state: string) => [...this.rows.values()].filter((row) => row.state === state).length;
    return { pending: inState('pending'), done: inState('done'), dead: inState('dead') };
  }

  private pending(): Row[] {
    return [...this.rows.values()].filter(({ state }) => state === 'pending');
  }

  private isFree(row: Row, now: number): boolean {
    const lane = this.pending().filter(({ event }) => event.lane === row.event.lane);
    return lane.every((other) => older(row, other) <= 0 && !(other.lease !== undefined && other.dueAt > now));
  }
}

function older({ event: a, attempts }: Row, { event: b, attempts: others }: Row): number {
  return Number(attempts === 0) - Number(others === 0) || byAge(a, b);
}

function byAge(a: NewEvent, b: NewEvent): number {
  return a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const LEASE_MS = 3;
const pick = fc.nat(9);
const step = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    ids: fc.array(fc.record({ id: fc.nat(30), person: fc.nat(3), at: fc.nat(5) }), { maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('claim' as const), limit: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constantFrom('finish' as const, 'putBack' as const), pick }),
  fc.record({ do: fc.constant('release' as const), pick, after: fc.nat(4), isHarmless: fc.boolean() }),
  fc.record({ do: fc.constant('giveUp' as const), pick, isHarmless: fc.boolean() }),
  fc.record({ do: fc.constant('retry' as const), id: fc.nat(30) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.nat(4) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The store and the oracle side by side. */
class Pair {
  private readonly oracle = new Oracle();
  private readonly claimed: LeasedEvent[] = [];
  private now = NOW;
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  async take(next: Step): Promise<void> {
    switch (next.do) {
      case 'add': {
        const events = next.ids.map(({ id, person, at }) => eventOf(`e${id}`, `p${person}`, NOW + at));
        const unique = [
          ...new Map(events.toReversed().map((event) => [event.id, event])).values(),
        ].toReversed();
        expect(await this.store.inbox.add(events, this.now)).toBe(this.oracle.add(unique, this.now));
        return;
      }
      case 'claim':
        return this.claim(next.limit);
      case 'finish':
      case 'putBack':
      case 'giveUp':
      case 'release': {
        const event = this.claimed.at(-1 - (next.pick % Math.max(1, this.claimed.length)));
        return event && this.end(next, event);
      }
      case 'retry': {
        const row = this.oracle.rows.get(`e${next.id}`);
        expect(await this.store.inbox.retry(`e${next.id}`, this.now)).toBe(row?.state === 'dead');
        if (row?.state === 'dead')
          Object.assign(row, { state: 'pending', attempts: 0, dueAt: this.now, lease: undefined });
        return;
      }
      case 'wait':
        this.now += next.ms;
    }
  }

  private async claim(limit: number): Promise<void> {
    const expected = this.oracle.claimable(this.now, limit);
    const events = await this.store.inbox.claim({ now: this.now, leaseMs: LEASE_MS, limit });
    expect(idsOf(events).toSorted()).toEqual(expected.toSorted());
    for (const event of events) {
      const row = this.oracle.rows.get(event.id)!;
      const isInDoubt = row.doubts > 0;
      Object.assign(row, { lease: event.lease, dueAt: this.now + LEASE_MS });
      Object.assign(row, { attempts: row.attempts + 1, doubts: row.doubts + 1 });
      expect(event).toEqual({ ...row.event, attempt: row.attempts, isInDoubt, lease: event.lease });
      this.claimed.push(event);
    }
  }

  private async end(next: Extract<Step, { pick: number }>, event: LeasedEvent): Promise<void> {
    const row = this.oracle.held(event);
    switch (next.do) {
      case 'finish': {
        const result = await this.store.inbox.finish(event, { outcome: 'replied' }, this.now);
        expect(result).toBe(row === undefined ? 'lost' : 'done');
        if (row) row.state = 'done';
        return;
      }
      case 'putBack':
        await this.store.inbox.putBack(event);
        if (row)
          Object.assign(row, {
            lease: undefined,
            dueAt: 0,
            attempts: row.attempts - 1,
            doubts: row.doubts - 1,
          });
        return;
      case 'giveUp':
        await this.store.inbox.giveUp(event, { error: 'channel', isHarmless: next.isHarmless }, this.now);
        if (row) Object.assign(row, { state: 'dead', doubts: row.doubts - Number(next.isHarmless) });
        return;
      case 'release':
        await this.store.inbox.release(event, this.now + next.after, {
          error: 'channel',
          isHarmless: next.isHarmless,
        });
        if (row) Object.assign(row, { doubts: row.doubts - Number(next.isHarmless) });
        if (row && event.attempt >= MOST_ATTEMPTS) row.state = 'dead';
        else if (row) Object.assign(row, { lease: undefined, dueAt: this.now + next.after });
    }
  }

  async compare(): Promise<void> {
    expect(await this.store.inbox.counts()).toMatchObject(this.oracle.counts());
  }
}

export function modelContract(make: MakeDatabase): void {
  describe('the inbox beside a naive one in memory', () => {
    it('does the same after any steps', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
          const database = await make();
          const store = await openStore(database.url);
          try {
            const pair = new Pair(store);
            for (const next of steps) await pair.take(next);
            await pair.compare();
          } finally {
            await store.close();
            await database.remove();
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}
