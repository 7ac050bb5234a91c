import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Answer, invalid, refusal } from './answers.ts';
import { ReplyTokens } from './reply-tokens.ts';
import { type Violation, violationsOfMessages } from './validate.ts';

/** A call that carried messages. */
export interface Delivery {
  /** 1, 2, 3…; deliveries and refused calls are counted apart. */
  readonly seq: number;
  /** Ms since 1970. */
  readonly at: number;
  readonly how: 'reply' | 'push';
  /** The talk: a user's, group's or room's id; null for a refused reply of an unknown token. */
  readonly to: string | null;
  readonly replyToken: string | null;
  readonly retryKey: string | null;
  readonly requestId: string;
  readonly messages: readonly unknown[];
  /** LINE's ids of the messages, in their order; empty where the call was refused. */
  readonly ids: readonly string[];
  /** Empty where the messages arrived. */
  readonly violations: readonly Violation[];
}

/** What happens in a talk because the bot asked for it. */
export interface MessageEvents {
  delivered(delivery: Delivery): void;
  refused(call: Delivery): void;
  loading(userId: string, seconds: number): void;
}

/** A call as it came in. */
export interface Call {
  readonly body: unknown;
  readonly retryKey: string | null;
  readonly requestId: string;
}

const RETRY_LIFE_MS = 24 * 60 * 60 * 1_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TALK = /^[UCR][0-9a-f]{32}$/;

const common = { messages: z.unknown(), notificationDisabled: z.boolean().optional() };
const replyBody = z.looseObject({ replyToken: z.string().min(1), ...common });
const pushBody = z.looseObject({ to: z.string().min(1), ...common });
const loadingBody = z.looseObject({
  chatId: z.string().min(1),
  loadingSeconds: z.int().min(5).max(60).multipleOf(5).optional(),
});

interface Accepted {
  readonly at: number;
  readonly requestId: string;
  readonly body: unknown;
}

/** LINE's rules for calls that carry messages, without HTTP. */
export class MessageApi {
  readonly tokens = new ReplyTokens();
  readonly #accepted = new Map<string, Accepted>();
  readonly #now: () => number;
  readonly #events: MessageEvents;
  #sent = 0;
  #delivered = 0;
  #refused = 0;

  constructor(now: () => number, events: MessageEvents) {
    this.#now = now;
    this.#events = events;
  }

  /** A reply; with `expired` as if the minute of its token were over. */
  reply({ body, retryKey, requestId }: Call, expired = false): Answer {
    // Only pushes may be retried, and LINE says so.
    if (retryKey !== null) return refusal(400, 'The X-Line-Retry-Key header is not supported by this API');
    const read = replyBody.safeParse(body);
    if (!read.success) return invalid([missing('replyToken')]);
    const { replyToken, messages } = read.data;
    const to = expired ? undefined : this.tokens.talkOf(replyToken, this.#now());
    const call = { how: 'reply', to: to ?? null, replyToken, retryKey, requestId } as const;
    const violations = violationsOfMessages(messages);
    if (violations.length > 0) return this.#refuse(call, messages, violations);
    if (to === undefined) {
      this.tokens.use(replyToken);
      return refusal(400, 'Invalid reply token');
    }
    this.tokens.use(replyToken);
    return this.#deliver(call, messages);
  }

  push({ body, retryKey, requestId }: Call): Answer {
    const now = this.#now();
    if (retryKey !== null && !UUID.test(retryKey))
      return refusal(400, 'The X-Line-Retry-Key header must be a UUID');
    const before = retryKey === null ? undefined : this.#acceptedBefore(retryKey, now);
    if (before) return before;
    const read = pushBody.safeParse(body);
    if (!read.success) return invalid([missing('to')]);
    const { to, messages } = read.data;
    if (!TALK.test(to)) return refusal(400, "The property, 'to', in the request body is invalid");
    const call = { how: 'push', to, replyToken: null, retryKey, requestId } as const;
    const violations = violationsOfMessages(messages);
    if (violations.length > 0) return this.#refuse(call, messages, violations);
    const answer = this.#deliver(call, messages);
    if (retryKey !== null)
      this.#accepted.set(retryKey.toLowerCase(), { at: now, requestId, body: answer.body });
    return answer;
  }

  loading({ body }: Pick<Call, 'body'>): Answer {
    const read = loadingBody.safeParse(body);
    if (!read.success)
      return invalid(
        read.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message })),
      );
    const { chatId, loadingSeconds = 20 } = read.data;
    if (!/^U[0-9a-f]{32}$/.test(chatId)) return invalid([{ path: 'chatId', problem: 'Must be a user' }]);
    this.#events.loading(chatId, loadingSeconds);
    return { status: 202, body: {} };
  }

  #acceptedBefore(retryKey: string, now: number): Answer | undefined {
    for (const [key, { at }] of this.#accepted) {
      if (now - at <= RETRY_LIFE_MS) break;
      this.#accepted.delete(key);
    }
    const accepted = this.#accepted.get(retryKey.toLowerCase());
    if (!accepted) return undefined;
    return {
      status: 409,
      headers: { 'x-line-accepted-request-id': accepted.requestId },
      body: { message: 'The retry key is already accepted', ...(accepted.body as object) },
    };
  }

  #deliver(
    call: Omit<Delivery, 'seq' | 'at' | 'messages' | 'ids' | 'violations'>,
    messages: unknown,
  ): Answer {
    const all = messages as readonly unknown[];
    const ids = all.map(() => this.#nextId());
    this.#delivered += 1;
    this.#events.delivered({
      ...call,
      seq: this.#delivered,
      at: this.#now(),
      messages: all,
      ids,
      violations: [],
    });
    return { status: 200, body: { sentMessages: ids.map((id) => ({ id, quoteToken: quoteTokenOf(id) })) } };
  }

  #refuse(
    call: Omit<Delivery, 'seq' | 'at' | 'messages' | 'ids' | 'violations'>,
    messages: unknown,
    violations: readonly Violation[],
  ): Answer {
    const all = Array.isArray(messages) ? messages : [messages];
    this.#refused += 1;
    this.#events.refused({
      ...call,
      seq: this.#refused,
      at: this.#now(),
      messages: all,
      ids: [],
      violations,
    });
    return invalid(violations);
  }

  #nextId(): string {
    this.#sent += 1;
    return String(461_230_000_000_000_000n + BigInt(this.#sent));
  }
}

const missing = (property: string): Violation => ({ path: property, problem: 'May not be empty' });

/** A token by which a message can be quoted; LINE's look as random. */
export function quoteTokenOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
