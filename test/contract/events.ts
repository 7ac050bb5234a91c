import type { Effects, LeasedEvent, NewEvent, Store } from '../../src/storage/index.ts';

export const NOW = 1_800_000_000_000;
export const LEASE_MS = 60_000;
export const DONE: Effects = { outcome: 'replied' };

/** An event of somebody; lane and conversation are theirs. */
export function eventOf(id: string, person = 'aoki', occurredAt = NOW): NewEvent {
  return {
    id,
    conversation: `conversation-${person}`,
    lane: `lane-${person}`,
    message: `message-${id}`,
    occurredAt,
    payload: `payload-${id}`,
  };
}

export async function claim(store: Store, now = NOW, limit = 10): Promise<readonly LeasedEvent[]> {
  return store.inbox.claim({ now, leaseMs: LEASE_MS, limit });
}

export async function claimOne(store: Store, now = NOW): Promise<LeasedEvent> {
  const [event] = await claim(store, now, 1);
  if (event === undefined) throw new Error('no event was due');
  return event;
}

export const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);
