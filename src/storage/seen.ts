import type { Engine } from './engine.ts';
import type { Millis } from './store.ts';

/** What comes from outside more than once, known again by every replica. */
export interface SeenEvents {
  /** Whether the id comes for the first time; of several who ask at once, one alone is told so. */
  isFirst(id: string, now: Millis): Promise<boolean>;
}

export function createSeenEvents(engine: Engine): SeenEvents {
  return {
    isFirst: (id, now) =>
      engine.write(async (db) => {
        const row = await db
          .insertInto('seen_events')
          .values({ id, at: now })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        return row !== undefined;
      }),
  };
}
