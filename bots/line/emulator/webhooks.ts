import { createHash, createHmac } from 'node:crypto';
import { quoteTokenOf } from './message-api.ts';
import { charactersOf, seeded } from './random.ts';

/** Where an event comes from: a talk of two, a group, or a room (a talk of several without a group). */
export type Source =
  | { readonly type: 'user'; readonly userId: string }
  | { readonly type: 'group'; readonly groupId: string; readonly userId?: string }
  | { readonly type: 'room'; readonly roomId: string; readonly userId?: string };

/** A webhook event as LINE sends it; what its type brings along stands beside. */
export interface WebhookEvent {
  readonly type: string;
  readonly mode: 'active';
  /** Ms since 1970. */
  readonly timestamp: number;
  readonly source: Source;
  readonly webhookEventId: string;
  readonly deliveryContext: { readonly isRedelivery: boolean };
  readonly replyToken?: string;
  readonly [property: string]: unknown;
}

export interface WebhookOptions {
  readonly seed: number;
  /** Ms since 1970. */
  readonly now: () => number;
  /** Told of each reply token; the stand-in's `registerReplyToken`. */
  readonly register: (replyToken: string, to: string, at: number) => void;
}

/** Builders of events; the same seed and clock give the same events. */
export interface Webhooks {
  /** A text; where `mentions` names users, each `@…` of `text` at its index is a mention of one. */
  text(source: Source, text: string, mentions?: readonly Mention[]): WebhookEvent;
  postback(source: Source, data: string, params?: Readonly<Record<string, string>>): WebhookEvent;
  follow(source: Source, isUnblocked?: boolean): WebhookEvent;
  unfollow(source: Source): WebhookEvent;
  unsend(source: Source, messageId: string): WebhookEvent;
  join(source: Source): WebhookEvent;
  sticker(source: Source, keywords?: readonly string[]): WebhookEvent;
  image(source: Source): WebhookEvent;
  video(source: Source): WebhookEvent;
  audio(source: Source): WebhookEvent;
  file(source: Source, fileName?: string): WebhookEvent;
  location(source: Source, place?: { readonly title: string; readonly address: string }): WebhookEvent;
  /** An event of a type that did not exist when the bot was written. */
  unknown(source: Source): WebhookEvent;
}

export interface Mention {
  /** In UTF-16 units, the @ included. */
  readonly index: number;
  readonly length: number;
  /** Whom it mentions; null mentions all. */
  readonly userId: string | null;
  /** Whether that is the bot. */
  readonly isSelf?: boolean;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HEX = '0123456789abcdef';
const DIGITS = '0123456789';

/** Makes events; see `Webhooks`. */
export function createWebhooks({ seed, now, register }: WebhookOptions): Webhooks {
  const random = seeded(seed);
  const event = (type: string, source: Source, rest: object = {}): WebhookEvent => {
    const timestamp = now();
    const webhookEventId = ulid(timestamp, random);
    return {
      type,
      mode: 'active',
      timestamp,
      source,
      webhookEventId,
      deliveryContext: { isRedelivery: false },
      ...rest,
    };
  };
  const answerable = (type: string, source: Source, rest: object = {}): WebhookEvent => {
    const made = event(type, source, { ...rest, replyToken: charactersOf(random, HEX, 32) });
    register(made.replyToken!, talkOf(source), made.timestamp);
    return made;
  };
  const message = (type: string, source: Source, rest: object = {}): WebhookEvent => {
    const id = `4${charactersOf(random, DIGITS, 17)}`;
    return answerable('message', source, { message: { id, type, ...rest } });
  };
  const quotable = () => ({ quoteToken: quoteTokenOf(charactersOf(random, HEX, 16)) });
  const provided = { contentProvider: { type: 'line' } };

  return {
    text: (source, text, mentions) =>
      message('text', source, {
        text,
        ...quotable(),
        ...(mentions ? { mention: { mentionees: mentions.map(mentionee) } } : {}),
      }),
    postback: (source, data, params) =>
      answerable('postback', source, { postback: { data, ...(params ? { params } : {}) } }),
    follow: (source, isUnblocked = false) => answerable('follow', source, { follow: { isUnblocked } }),
    unfollow: (source) => event('unfollow', source),
    unsend: (source, messageId) => event('unsend', source, { unsend: { messageId } }),
    join: (source) => answerable('join', source),
    sticker: (source, keywords) =>
      message('sticker', source, {
        packageId: '446',
        stickerId: '1988',
        stickerResourceType: 'STATIC',
        ...quotable(),
        ...(keywords ? { keywords } : {}),
      }),
    image: (source) => message('image', source, { ...provided, ...quotable() }),
    video: (source) => message('video', source, { ...provided, ...quotable(), duration: 12_000 }),
    audio: (source) => message('audio', source, { ...provided, duration: 4_000 }),
    file: (source, fileName = '申請書.pdf') => message('file', source, { fileName, fileSize: 48_213 }),
    location: (source, place = CITY_HALL) =>
      message('location', source, { ...place, latitude: 36.3219, longitude: 139.0033 }),
    unknown: (source) => answerable('somethingNew', source, { somethingNew: {} }),
  };
}

const CITY_HALL = { title: '市役所', address: '群馬県高崎市高松町35番地1' };

const mentionee = ({ index, length, userId, isSelf = false }: Mention) =>
  userId === null ? { index, length, type: 'all' } : { index, length, type: 'user', userId, isSelf };

/** The id to which a reply or push to this source goes. */
export function talkOf(source: Source): string {
  switch (source.type) {
    case 'user':
      return source.userId;
    case 'group':
      return source.groupId;
    case 'room':
      return source.roomId;
  }
}

/** The same event once more, as LINE sends it again after an answer that was not 200. */
export function redelivered(event: WebhookEvent): WebhookEvent {
  return { ...event, deliveryContext: { isRedelivery: true } };
}

/** The id of the `n`th user (U), group (C) or room (R) of a seed. */
export function idOf(kind: 'U' | 'C' | 'R', seed: number, n: number): string {
  return kind + createHash('sha256').update(`${seed}/${kind}/${n}`).digest('hex').slice(0, 32);
}

/** LINE's signature of a webhook's body: HMAC-SHA256 in base64. */
export function sign(body: string, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64');
}

/** The bot's webhook, as it was entered in LINE's console. */
export interface WebhookTarget {
  readonly url: string;
  readonly channelSecret: string;
  /** The bot's own user id. */
  readonly destination: string;
}

/** Sends events in one signed call; resolves to the status of the bot's answer, and rejects where none comes. */
export async function post(
  { url, channelSecret, destination }: WebhookTarget,
  events: readonly WebhookEvent[],
): Promise<number> {
  const body = JSON.stringify({ destination, events });
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'LineBotWebhook/2.0',
      'x-line-signature': sign(body, channelSecret),
    },
    body,
  });
  // Read to its end, so that the connection can be used again.
  await response.arrayBuffer();
  return response.status;
}

const TIME_LETTERS = 10;

/** A ULID: 48 bits of time and 80 at random, in Crockford's base 32. */
function ulid(timestamp: number, random: () => number): string {
  const time = Array.from(
    { length: TIME_LETTERS },
    (_, place) => CROCKFORD[Math.floor(timestamp / 32 ** (TIME_LETTERS - 1 - place)) % 32]!,
  );
  return time.join('') + charactersOf(random, CROCKFORD, 16);
}
