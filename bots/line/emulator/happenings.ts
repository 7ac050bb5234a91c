import type { FaultKind } from './faults.ts';
import type { Delivery } from './message-api.ts';
import type { ShownMenu } from './rich-menus.ts';
import type { WebhookEvent } from './webhooks.ts';

/** Somebody who writes to the bot on the page. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A talk with the bot: with one person, or with a group that the bot is in. */
export interface TalkInfo {
  readonly id: string;
  readonly name: string;
  readonly kind: 'user' | 'group';
  readonly members: readonly Person[];
}

/** What somebody sent. */
export type Said =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'sticker' }
  | { readonly type: 'image' }
  | { readonly type: 'location'; readonly title: string; readonly address: string };

/** What happened, as the page is told; `talks` comes first and begins anew. */
export type Happening =
  | { readonly kind: 'talks'; readonly talks: readonly TalkInfo[]; readonly botName: string }
  /** `messageId` is null for what a button said for somebody: that cannot be unsent. */
  | {
      readonly kind: 'said';
      readonly talk: string;
      readonly user: string;
      readonly messageId: string | null;
      readonly content: Said;
    }
  | { readonly kind: 'delivered'; readonly talk: string; readonly delivery: Delivery }
  | { readonly kind: 'refused'; readonly talk: string | null; readonly call: Delivery }
  | { readonly kind: 'loading'; readonly talk: string; readonly seconds: number }
  | { readonly kind: 'unsent'; readonly talk: string; readonly messageId: string }
  | { readonly kind: 'friend'; readonly talk: string; readonly isFriend: boolean }
  /** `outcome`: the status of the bot's answer, or null where none came. */
  | {
      readonly kind: 'webhook';
      readonly talk: string;
      readonly event: WebhookEvent;
      readonly outcome: number | null;
    }
  | { readonly kind: 'fault'; readonly talk: null; readonly how: 'reply' | 'push'; readonly fault: FaultKind }
  | { readonly kind: 'menus'; readonly menus: Readonly<Record<string, ShownMenu>> };

/** A happening with its number, 1 for the first, and its time in ms since 1970. */
export interface Happened {
  readonly seq: number;
  readonly at: number;
  readonly what: Happening;
}

const KEPT = 2_000;

/** What happened since the start, for pages that open later; all but the first and the latest is forgotten. */
export class Happenings {
  readonly #all: Happened[] = [];
  readonly #listeners = new Set<(happened: Happened) => void>();
  readonly #now: () => number;
  #seq = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(what: Happening): void {
    this.#seq += 1;
    const happened = { seq: this.#seq, at: this.#now(), what };
    this.#all.push(happened);
    if (this.#all.length > KEPT) this.#all.splice(1, 1);
    for (const listener of this.#listeners) listener(happened);
  }

  after(seq: number): readonly Happened[] {
    return this.#all.filter((happened) => happened.seq > seq);
  }

  listen(listener: (happened: Happened) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
