/** Runs one call, in a batch with those that come meanwhile. */
export interface Batcher<Item, Result> {
  (item: Item): Promise<Result>;
  /** Resolves when no call is waiting or under way. */
  idle(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

export interface BatchLimits {
  /** Most calls of a batch. */
  readonly most: number;
  /** A batch begins this long after the one before it at the earliest; a call that comes after a while waits for nothing. */
  readonly everyMs?: number;
}

/**
 * Group commit: calls of one turn of the event loop, or that come while a batch is under way, are handed to `run` together,
 * one batch after the other. `run` gives one result an item, in their order; where it
 * rejects, each of its callers gets the error.
 */
export function createBatcher<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { most, everyMs = 0 }: BatchLimits,
): Batcher<Item, Result> {
  let rested = Promise.resolve();
  let waiting: Waiting<Item, Result>[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      await rested;
      // Callers that the last batch has just answered may come back in this turn, and then come along.
      await nextTurn();
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      if (everyMs > 0) rested = pause(everyMs);
      await settle(batch, run);
    }
    working = undefined;
  }

  const call = (item: Item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      working ??= work();
    });
  return Object.assign(call, { idle: async () => working });
}

/** Lets everything else in the process have its turn. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function settle<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await run(batch.map(({ item }) => item));
    if (results.length !== batch.length) throw new Error('src/storage: a batch needs one result an item');
    batch.forEach(({ resolve }, i) => {
      resolve(results[i]!);
    });
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** Splits items into rounds, in their order, so that no key comes twice in a round. */
export function inRounds<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[][] {
  const rounds: Item[][] = [];
  const seen = new Map<string, number>();
  for (const item of items) {
    const round = seen.get(keyOf(item)) ?? 0;
    seen.set(keyOf(item), round + 1);
    if (rounds.length === round) rounds.push([]);
    rounds[round]!.push(item);
  }
  return rounds;
}
