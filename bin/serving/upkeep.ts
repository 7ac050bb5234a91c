import type { Store } from '../../src/storage/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long handled and dead events and logged questions are kept, in milliseconds. */
export const KEEP = { done: 7 * DAY, dead: 7 * DAY, log: 90 * DAY };

/** Deletes what is over, now and every hour, until it is stopped; a failure waits for the next hour. */
export function pruneHourly(store: Pick<Store, 'prune'>, onFailure: () => void): () => void {
  const prune = () => void store.prune(Date.now(), KEEP).catch(onFailure);
  prune();
  const timer = setInterval(prune, HOUR);
  return () => clearInterval(timer);
}
