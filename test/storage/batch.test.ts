import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher, inRounds } from '../../src/storage/batch.ts';

/** Batches that a test ends by hand, in the order in which they began. */
function byHand() {
  const batches: { readonly items: readonly number[]; end(): void; fail(error: Error): void }[] = [];
  const run = (items: readonly number[]) =>
    new Promise<readonly number[]>((resolve, reject) => {
      batches.push({ items, end: () => resolve(items.map((item) => item * 10)), fail: reject });
    });
  const begun = (count: number) => expect.poll(() => batches.length).toBe(count);
  return { batches, run, begun };
}

describe('a batcher', () => {
  it('makes one batch of the calls of one turn, and gives each its own result', async () => {
    const { batches, run, begun } = byHand();
    const call = createBatcher(run, { most: 10 });
    const calls = [1, 2, 3].map((item) => call(item));
    await begun(1);
    expect(batches[0]!.items).toEqual([1, 2, 3]);
    batches[0]!.end();
    expect(await Promise.all(calls)).toEqual([10, 20, 30]);
  });

  it('makes the next batch of the calls that come while one is under way', async () => {
    const { batches, run, begun } = byHand();
    const call = createBatcher(run, { most: 10 });
    const first = call(1);
    await begun(1);
    const later = [2, 3].map((item) => call(item));
    expect(batches).toHaveLength(1);
    batches[0]!.end();
    expect(await first).toBe(10);
    await begun(2);
    expect(batches[1]!.items).toEqual([2, 3]);
    batches[1]!.end();
    expect(await Promise.all(later)).toEqual([20, 30]);
  });

  it('makes no batch larger than it may be', async () => {
    const sizes: number[] = [];
    const call = createBatcher(
      async (items: readonly number[]) => {
        sizes.push(items.length);
        return items;
      },
      { most: 2 },
    );
    await Promise.all([1, 2, 3, 4, 5].map((item) => call(item)));
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('gives the error of a batch to each of its callers, and goes on with the next', async () => {
    const { batches, run, begun } = byHand();
    const call = createBatcher(run, { most: 10 });
    const failing = Promise.allSettled([call(1), call(2)]);
    await begun(1);
    const next = call(3);
    batches[0]!.fail(new Error('full'));
    expect(await failing).toMatchObject([{ reason: { message: 'full' } }, { reason: { message: 'full' } }]);
    await begun(2);
    batches[1]!.end();
    expect(await next).toBe(30);
  });

  it('gathers the calls that come soon after a batch, so that many share the cost of one', async () => {
    const sizes: number[] = [];
    const call = createBatcher(
      async (items: readonly number[]) => {
        sizes.push(items.length);
        return items;
      },
      { most: 10, everyMs: 200 },
    );
    await call(1);
    const soon = [call(2)];
    await new Promise((resolve) => setTimeout(resolve, 1));
    soon.push(call(3));
    await Promise.all(soon);
    expect(sizes).toEqual([1, 2]);
  });

  it('refuses a batch that answers fewer calls than were made', async () => {
    const call = createBatcher(async () => [], { most: 10 });
    await expect(call(1)).rejects.toThrow('one result an item');
  });

  it('is idle when every call was answered', async () => {
    const ended: number[] = [];
    const call = createBatcher(
      async (items: readonly number[]) => {
        ended.push(...items);
        return items;
      },
      { most: 1 },
    );
    await call.idle();
    const calls = [1, 2, 3].map((item) => call(item));
    await call.idle();
    expect(ended).toEqual([1, 2, 3]);
    await Promise.all(calls);
  });
});

describe('rounds', () => {
  it('hold every item once, no key twice in a round, and keep the order of each key', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), n: fc.nat() })), (items) => {
        const rounds = inRounds(items, ({ key }) => key);
        for (const round of rounds) expect(new Set(round.map(({ key }) => key)).size).toBe(round.length);
        const ofKey = (list: readonly { key: string }[], key: string) =>
          list.filter((item) => item.key === key);
        for (const key of ['a', 'b', 'c']) expect(ofKey(rounds.flat(), key)).toEqual(ofKey(items, key));
      }),
    );
  });
});
