import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorker, type Worker, type WorkerLimits } from '../bots/worker.ts';
import {
  type LeasedEvent,
  type NewEvent,
  openStore,
  type Store,
  StoreUnavailable,
} from '../src/storage/index.ts';

const QUICK = { pollMs: 20, firstBackoffMs: 1, leaseMs: 60_000 };

let store: Store;
const workers: Worker[] = [];

beforeEach(async () => {
  store = await openStore('file::memory:');
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await store.close();
});

const event = (id: string, lane = id): NewEvent => ({
  id,
  conversation: lane,
  lane,
  message: null,
  occurredAt: Number(id.replace(/\D/g, '')),
  payload: id,
});

interface Case extends WorkerLimits {
  readonly inbox?: Store['inbox'];
  readonly isHopeless?: boolean;
  readonly isHarmless?: boolean;
}

/** A worker that handles events by `handle` and, where that resolves, finishes them. */
function start(handle: (event: LeasedEvent) => Promise<void>, given: Case = {}) {
  const { inbox = store.inbox, isHopeless = false, isHarmless = true, ...limits } = given;
  const failures: unknown[] = [];
  const worker = createWorker(
    {
      inbox,
      handle: async (leased) => {
        await handle(leased);
        await store.inbox.finish(leased, { outcome: 'replied' }, Date.now());
      },
      judge: () => ({ isHopeless, isHarmless }),
      now: Date.now,
      onFailure: (error) => failures.push(error),
    },
    { ...QUICK, ...limits },
  );
  workers.push(worker);
  worker.start();
  return { worker, failures };
}

async function settled(): Promise<void> {
  while ((await store.inbox.counts()).pending > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

const add = (...events: readonly NewEvent[]) => store.inbox.add(events, Date.now());

describe('a worker', () => {
  test('handles what waits from before its start, and what comes later', async () => {
    await add(event('1'));
    const handled: string[] = [];
    const { worker } = start(async ({ id }) => void handled.push(id));
    await settled();
    await add(event('2'));
    worker.nudge();
    await settled();
    expect(handled).toEqual(['1', '2']);
  });

  test('finds without a nudge what another process has stored', async () => {
    const handled: string[] = [];
    start(async ({ id }) => void handled.push(id));
    await add(event('1'));
    await settled();
    expect(handled).toEqual(['1']);
  });

  test('handles several at a time, but never two of a lane, and these in order', async () => {
    let atOnce = 0;
    let most = 0;
    const lanes = new Map<string, string[]>();
    const busy = new Set<string>();
    await add(...Array.from({ length: 60 }, (_, i) => event(String(i), `lane ${i % 6}`)));
    start(async ({ id, lane }) => {
      expect(busy.has(lane)).toBe(false);
      busy.add(lane);
      most = Math.max(most, ++atOnce);
      lanes.set(lane, [...(lanes.get(lane) ?? []), id]);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atOnce -= 1;
      busy.delete(lane);
    });
    await settled();
    expect(most).toBeGreaterThan(1);
    for (const ids of lanes.values()) expect(ids).toEqual(ids.toSorted((a, b) => Number(a) - Number(b)));
  });

  test('never has more in hand than it may', async () => {
    let atOnce = 0;
    await add(...Array.from({ length: 30 }, (_, i) => event(String(i))));
    start(
      async () => {
        expect(++atOnce).toBeLessThanOrEqual(3);
        await new Promise((resolve) => setTimeout(resolve, 1));
        atOnce -= 1;
      },
      { concurrency: 3 },
    );
    await settled();
    expect((await store.inbox.counts()).outcomes).toEqual({ replied: 30 });
  });

  test('tries again what fails, and lets the next attempt know of a doubt', async () => {
    await add(event('1'));
    const attempts: unknown[] = [];
    const { failures } = start(
      async ({ attempt, isInDoubt }) => {
        attempts.push([attempt, isInDoubt]);
        if (attempt < 3) throw new Error('LINE is down');
      },
      { isHarmless: false },
    );
    await settled();
    expect(attempts).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(failures).toHaveLength(2);
  });

  test.each([
    ['after five attempts', false, 5],
    ['at once where another attempt cannot help', true, 1],
  ])('gives up %s', async (_when, isHopeless, tries) => {
    await add(event('1'));
    let attempts = 0;
    start(
      async () => {
        attempts += 1;
        throw new TypeError('a text of a resident');
      },
      { isHopeless },
    );
    await settled();
    expect(attempts).toBe(tries);
    expect(await store.inbox.dead()).toMatchObject([{ id: '1', error: 'TypeError' }]);
  });

  test('goes on once the database is back', async () => {
    await add(event('1'));
    let isGone = true;
    const claim: Store['inbox']['claim'] = async (request) => {
      if (isGone) throw new StoreUnavailable('gone');
      return store.inbox.claim(request);
    };
    const { failures } = start(async () => {}, { inbox: { ...store.inbox, claim } });
    while (failures.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    isGone = false;
    await settled();
    expect((await store.inbox.counts()).done).toBe(1);
  });
});

describe('a worker that stops', () => {
  test('finishes what it has in hand and takes nothing more', async () => {
    await add(event('1', 'lane'), event('2', 'lane'));
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const { worker } = start(async () => {
      begun.resolve();
      await end.promise;
    });
    await begun.promise;
    const stopped = worker.stop();
    end.resolve();
    await stopped;
    expect(await store.inbox.counts()).toMatchObject({ done: 1, pending: 1 });
  });

  test('puts back what it was given while it stopped, as if it had never had it', async () => {
    await add(event('1'));
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const claim: Store['inbox']['claim'] = async (request) => {
      asked.resolve();
      await answer.promise;
      return store.inbox.claim(request);
    };
    const { worker } = start(() => Promise.reject(new Error('was handled')), {
      inbox: { ...store.inbox, claim },
    });
    await asked.promise;
    const stopped = worker.stop();
    answer.resolve();
    await stopped;
    const [again] = await store.inbox.claim({ now: Date.now(), leaseMs: 1, limit: 1 });
    expect(again).toMatchObject({ id: '1', attempt: 1, isInDoubt: false });
  });

  test('does not wait for ever for what hangs', async () => {
    await add(event('1'));
    const begun = Promise.withResolvers<void>();
    const never = Promise.withResolvers<void>();
    const { worker } = start(
      async () => {
        begun.resolve();
        await never.promise;
      },
      { stopWithinMs: 10 },
    );
    await begun.promise;
    await worker.stop();
    expect(await store.inbox.counts()).toMatchObject({ pending: 1 });
    never.resolve();
  });
});
