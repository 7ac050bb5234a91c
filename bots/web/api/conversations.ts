/** A conversation is forgotten after half an hour of silence: long enough to look for a letter, short for a shared computer. */
const IDLE_MS = 30 * 60_000;

/** Bounds the memory; the conversation that has been silent longest goes first. */
const MOST = 10_000;

/** What a store may be told; all have defaults. */
export interface ConversationLimits<T> {
  readonly idleMs?: number;
  readonly most?: number;
  /** Called with each conversation that leaves the memory, so that what leads to it can go too. */
  forgotten?(value: T): void;
}

/** Conversations by their id, in memory only, so that nothing a resident typed outlives the process. */
export interface Conversations<T> {
  /** The conversation, or undefined where the id is unknown or expired; `now` in milliseconds. */
  get(id: string, now: number): T | undefined;
  /** Keeps the conversation as given and counts its silence anew. */
  put(id: string, value: T, now: number): void;
  /** Forgets the conversation; nothing happens where there is none. */
  delete(id: string): void;
  readonly size: number;
}

/** An empty store, pure in the clock that each call passes in. */
export function createConversations<T>(limits: ConversationLimits<T> = {}): Conversations<T> {
  const { idleMs = IDLE_MS, most = MOST, forgotten = () => {} } = limits;
  // A Map remembers the order of insertion; put() inserts anew, so the longest silent stands first.
  const kept = new Map<string, { readonly value: T; readonly expires: number }>();

  const drop = (id: string) => {
    const found = kept.get(id);
    if (kept.delete(id) && found) forgotten(found.value);
  };
  const dropExpired = (now: number) => {
    for (const [id, { expires }] of kept) {
      if (expires > now) return;
      drop(id);
    }
  };

  return {
    get(id, now) {
      dropExpired(now);
      const found = kept.get(id);
      // Asked again, because a clock set back can leave an expired one behind a younger one.
      return found && found.expires > now ? found.value : undefined;
    },
    put(id, value, now) {
      dropExpired(now);
      kept.delete(id);
      kept.set(id, { value, expires: now + idleMs });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return;
        drop(oldest);
      }
    },
    delete: drop,
    get size() {
      return kept.size;
    },
  };
}
