import { setTimeout } from 'node:timers/promises';
import type { Inbox, LeasedEvent, Millis } from '../src/storage/index.ts';

/** Longer than the slowest handling; a process that dies lets go of its events after this. */
const LEASE_MS = 20_000;
/** Others may put events into a shared inbox, and leases run out without anybody saying so. */
const POLL_MS = 1_000;
/** Most of the time of an event is waiting for the channel's API. */
const CONCURRENCY = 128;
/** Before the second attempt; doubled before each further one, so that five attempts take a quarter of a minute. */
const FIRST_BACKOFF_MS = 1_000;
/** Between two claims: events that come close together are taken together. */
const CLAIM_EVERY_MS = 5;
const STOP_WITHIN_MS = 10_000;

export interface WorkerPorts {
  readonly inbox: Pick<Inbox, 'claim' | 'release' | 'giveUp' | 'putBack'>;
  /** Handles one event and finishes it; rejects where it is to be tried again. */
  handle(event: LeasedEvent): Promise<void>;
  /** What an error of `handle` means for another attempt. */
  judge(error: unknown): { readonly isHopeless: boolean; readonly isHarmless: boolean };
  now(): Millis;
  /** Told of a failure; what it says must not be personal. */
  onFailure(error: unknown, event?: LeasedEvent): void;
}

export interface WorkerLimits {
  readonly leaseMs?: number;
  readonly pollMs?: number;
  readonly concurrency?: number;
  readonly firstBackoffMs?: number;
  readonly stopWithinMs?: number;
}

/** Takes events from the inbox and handles them, several at a time, each lane in order. */
export interface Worker {
  start(): void;
  /** There may be something to do: events were stored. */
  nudge(): void;
  /** Takes no more, and resolves when what is in hand is finished, or after 10 s; what is not comes back when its lease ends. */
  stop(): Promise<void>;
}

/** A worker over an inbox; several processes may each have one on the same inbox. */
export function createWorker(ports: WorkerPorts, limits: WorkerLimits = {}): Worker {
  const { inbox, now } = ports;
  const { leaseMs = LEASE_MS, concurrency = CONCURRENCY, firstBackoffMs = FIRST_BACKOFF_MS } = limits;
  const inHand = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let claiming: Promise<void> | undefined;
  let isNudged = false;
  let rested: Promise<void> = Promise.resolve();

  const run = async (event: LeasedEvent) => {
    try {
      await ports.handle(event);
    } catch (error) {
      ports.onFailure(error, event);
      await giveBack(event, error);
    }
  };

  /** Where even that fails, the lease runs out by itself. */
  const giveBack = async (event: LeasedEvent, error: unknown) => {
    const { isHopeless, isHarmless } = ports.judge(error);
    const failure = { error: error instanceof Error ? error.name : typeof error, isHarmless };
    const dueAt = now() + firstBackoffMs * 2 ** (event.attempt - 1);
    const given = isHopeless ? inbox.giveUp(event, failure, now()) : inbox.release(event, dueAt, failure);
    await given.catch((cannot: unknown) => ports.onFailure(cannot));
  };

  const take = (event: LeasedEvent) => {
    const handling = run(event).finally(() => {
      inHand.delete(handling);
      nudge();
    });
    inHand.add(handling);
  };

  const claim = async () => {
    do {
      await rested;
      rested = setTimeout(CLAIM_EVERY_MS);
      isNudged = false;
      const events = await inbox.claim({ now: now(), leaseMs, limit: concurrency - inHand.size });
      // 止めている間に受け取ったものは、手を付けずに返す
      if (isRunning) events.forEach(take);
      else await Promise.all(events.map((event) => inbox.putBack(event)));
    } while (isRunning && isNudged && inHand.size < concurrency);
  };

  const nudge = () => {
    isNudged = true;
    if (!isRunning || claiming || inHand.size >= concurrency) return;
    claiming = claim()
      .catch((error: unknown) => {
        // 次の見回りまで待つ。すぐに試すと、止まったデータベースをたたき続ける
        isNudged = false;
        ports.onFailure(error);
      })
      .finally(() => {
        claiming = undefined;
        if (isNudged) nudge();
      });
  };

  return {
    start() {
      isRunning = true;
      timer = setInterval(nudge, limits.pollMs ?? POLL_MS);
      nudge();
    },
    nudge,
    async stop() {
      isRunning = false;
      clearInterval(timer);
      await claiming;
      const late = setTimeout(limits.stopWithinMs ?? STOP_WITHIN_MS, undefined, { ref: false });
      await Promise.race([Promise.all(inHand), late]);
    },
  };
}
