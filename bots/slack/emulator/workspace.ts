import { randomUUID } from 'node:crypto';
import { type Fault, faultsOfMessage, faultsOfView } from '../validate.ts';

/** Milliseconds that a trigger_id can open a modal. */
const TRIGGER_MS = 3_000;
/** A response_url is good for five answers within 30 minutes. */
const RESPONSE_MS = 30 * 60_000;
const MOST_RESPONSES = 5;

/** A message as it stands in a channel; a private one is seen by `user` alone. */
export interface ShownMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string | undefined;
  readonly thread: string | undefined;
  readonly text: string;
  readonly blocks: readonly ShownBlock[];
}

export type ShownBlock = Readonly<Record<string, unknown>>;

/** A modal as it is open, with the id by which it can be changed. */
export interface OpenView {
  readonly id: string;
  readonly view: Readonly<Record<string, unknown>>;
}

/** A call that Slack would have refused for what it said. */
export interface Refused {
  readonly method: string;
  readonly error: string;
  readonly faults: readonly Fault[];
}

type Content = Readonly<Record<string, unknown>>;
/** Undefined where it went well, or Slack's word for what is wrong. */
export type Refusal = string | undefined;

interface Responding {
  readonly channel: string;
  readonly user: string;
  readonly until: number;
  /** The message whose button was pressed. */
  readonly message: string | undefined;
  left: number;
}

/** A workspace of Slack: what its members see, and what Slack lets an app do. */
export class Workspace {
  readonly refused: Refused[] = [];
  readonly homes = new Map<string, Content>();
  /** The modal that each member has open. */
  readonly modals = new Map<string, OpenView>();
  /** Channels that the app has been invited to. */
  readonly joined = new Set<string>();
  readonly #messages: ShownMessage[] = [];
  readonly #triggers = new Map<string, { readonly user: string; readonly until: number }>();
  readonly #responses = new Map<string, Responding>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get messages(): readonly ShownMessage[] {
    return this.#messages;
  }

  /** A trigger_id of what somebody has just done. */
  trigger(user: string): string {
    const id = randomUUID();
    this.#triggers.set(id, { user, until: this.#now() + TRIGGER_MS });
    return id;
  }

  /** The token of a new response_url. */
  response(user: string, channel: string, message?: string): string {
    const token = randomUUID();
    const until = this.#now() + RESPONSE_MS;
    this.#responses.set(token, { channel, user, until, message, left: MOST_RESPONSES });
    return token;
  }

  respond(token: string, message: Content): Refusal {
    const known = this.#responses.get(token);
    if (known === undefined || known.until < this.#now()) return 'expired_url';
    if (known.left === 0) return 'used_url';
    const refusal = this.#checkMessage('response_url', message);
    if (refusal !== undefined) return refusal;
    known.left -= 1;
    const isPublic = message.response_type === 'in_channel';
    const { channel, user } = known;
    const shown = { ...message, channel, user: isPublic ? undefined : user };
    if (message.replace_original === true && known.message !== undefined) this.#replace(known.message, shown);
    else this.#show(shown);
    return undefined;
  }

  post(method: 'chat.postEphemeral' | 'chat.postMessage', message: Content): Refusal {
    const { channel, user } = message;
    if (typeof channel !== 'string') return 'channel_not_found';
    if (method === 'chat.postEphemeral' && typeof user !== 'string') return 'user_not_in_channel';
    const isDirect = channel.startsWith('U') || channel.startsWith('D');
    if (!isDirect && !this.joined.has(channel)) return 'not_in_channel';
    const refusal = this.#checkMessage(method, message);
    if (refusal === undefined) this.#show(message);
    return refusal;
  }

  open(trigger: unknown, view: unknown): Refusal {
    const known = this.#triggers.get(String(trigger));
    if (known === undefined) return 'invalid_trigger_id';
    this.#triggers.delete(String(trigger));
    if (known.until < this.#now()) return 'expired_trigger_id';
    return this.#checkView('views.open', view) ?? this.#setModal(known.user, randomUUID(), view);
  }

  update(id: unknown, view: unknown): Refusal {
    const open = [...this.modals].find(([, modal]) => modal.id === id);
    if (open === undefined) return 'not_found';
    return this.#checkView('views.update', view) ?? this.#setModal(open[0], open[1].id, view);
  }

  publish(user: unknown, view: unknown): Refusal {
    const refusal = this.#checkView('views.publish', view);
    if (refusal === undefined) this.homes.set(String(user), view as Content);
    return refusal;
  }

  #checkMessage(method: string, { blocks, text }: Content): Refusal {
    const faults = blocks === undefined ? [] : faultsOfMessage(blocks);
    if (typeof text !== 'string' || text === '') return this.#refuse(method, 'no_text', faults);
    return faults.length === 0 ? undefined : this.#refuse(method, 'invalid_blocks', faults);
  }

  #checkView(method: string, view: unknown): Refusal {
    const faults = faultsOfView(view);
    return faults.length === 0 ? undefined : this.#refuse(method, 'invalid_arguments', faults);
  }

  #refuse(method: string, error: string, faults: readonly Fault[]): string {
    this.refused.push({ method, error, faults });
    return error;
  }

  #setModal(user: string, id: string, view: unknown): undefined {
    this.modals.set(user, { id, view: view as Content });
  }

  #show(message: Content, ts: string = randomUUID()): void {
    const { channel, user, text, blocks, thread_ts } = message;
    this.#messages.push({
      ts,
      channel: String(channel),
      user: typeof user === 'string' ? user : undefined,
      thread: typeof thread_ts === 'string' ? thread_ts : undefined,
      text: String(text),
      blocks: Array.isArray(blocks) ? blocks : [],
    });
  }

  #replace(ts: string, message: Content): void {
    const place = this.#messages.findIndex((shown) => shown.ts === ts);
    if (place >= 0) this.#messages.splice(place, 1);
    this.#show(message, ts);
  }
}
