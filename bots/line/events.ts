import { z } from 'zod';

/** What happened, as far as the bot does something about it. */
export type Happening =
  | { readonly kind: 'text'; readonly message: string; readonly text: string }
  /** A sticker, picture, sound, file or place: the bot reads text only. */
  | { readonly kind: 'not-text'; readonly message: string }
  /** A button; a date picker adds the chosen date, YYYY-MM-DD. */
  | { readonly kind: 'postback'; readonly data: string; readonly date?: string }
  /** The resident added the account as a friend, or unblocked it. */
  | { readonly kind: 'follow' }
  /** The resident blocked the account. */
  | { readonly kind: 'unfollow' }
  /** The resident took a message back. */
  | { readonly kind: 'unsend'; readonly message: string }
  /** The account was invited to a group. */
  | { readonly kind: 'join' };

/** An event of LINE, reduced to what the bot uses. */
export interface LineEvent {
  /** LINE's webhookEventId; the same when it is delivered again. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  readonly replyToken?: string;
  /** Absent where LINE does not say who in a group it was. */
  readonly user?: string;
  /** The group or room; absent in a talk of two. */
  readonly group?: string;
  readonly happening: Happening;
}

const Mentionee = z.object({
  index: z.int().nonnegative(),
  length: z.int().positive(),
  isSelf: z.boolean().optional(),
});
const Message = z.object({
  type: z.string(),
  id: z.string(),
  text: z.string().optional(),
  mention: z.object({ mentionees: z.array(Mentionee) }).optional(),
});
const Source = z.object({
  userId: z.string().optional(),
  groupId: z.string().optional(),
  roomId: z.string().optional(),
});
const Event = z.object({
  type: z.string(),
  mode: z.string().optional(),
  timestamp: z.number(),
  webhookEventId: z.string().min(1).max(100),
  replyToken: z.string().optional(),
  source: Source.optional(),
  message: Message.optional(),
  postback: z
    .object({ data: z.string(), params: z.object({ date: z.string().optional() }).optional() })
    .optional(),
  unsend: z.object({ messageId: z.string() }).optional(),
});
const Body = z.object({ events: z.array(z.unknown()) });

/** The events of a webhook that concern the bot, and how many others there were; undefined where the body is no webhook. */
export function parseWebhook(
  json: string,
): { readonly events: readonly LineEvent[]; readonly ignored: number } | undefined {
  const body = Body.safeParse(parseJson(json));
  if (!body.success) return undefined;
  const events = body.data.events.map(readEvent).filter((event) => event !== undefined);
  return { events, ignored: body.data.events.length - events.length };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Events of kinds that LINE may add, and those of a channel on standby, are none of the bot's business. */
function readEvent(value: unknown): LineEvent | undefined {
  const parsed = Event.safeParse(value);
  if (!parsed.success || parsed.data.mode === 'standby') return undefined;
  const event = parsed.data;
  const { userId: user, groupId, roomId } = event.source ?? {};
  const group = groupId ?? roomId;
  const happening = happeningOf(event, group !== undefined);
  if (happening === undefined || (user ?? group) === undefined) return undefined;
  return {
    id: event.webhookEventId,
    occurredAt: event.timestamp,
    ...(event.replyToken === undefined ? {} : { replyToken: event.replyToken }),
    ...(user === undefined ? {} : { user }),
    ...(group === undefined ? {} : { group }),
    happening,
  };
}

function happeningOf(event: z.infer<typeof Event>, isGroup: boolean): Happening | undefined {
  const { type, message, postback, unsend } = event;
  switch (type) {
    case 'message':
      return message && messageOf(message, isGroup);
    case 'postback':
      return postback && postbackOf(postback);
    case 'unsend':
      return unsend && { kind: 'unsend', message: unsend.messageId };
    case 'follow':
    case 'unfollow':
    case 'join':
      return { kind: type };
    default:
      return undefined;
  }
}

function postbackOf({ data, params }: NonNullable<z.infer<typeof Event>['postback']>): Happening {
  return { kind: 'postback', data, ...(params?.date === undefined ? {} : { date: params.date }) };
}

/** In a group only what is said to the bot is read; the rest of its talk is not even stored. */
function messageOf(
  { type, id, text, mention }: z.infer<typeof Message>,
  isGroup: boolean,
): Happening | undefined {
  const toBot = mention?.mentionees.filter(({ isSelf }) => isSelf) ?? [];
  if (isGroup && toBot.length === 0) return undefined;
  if (type !== 'text' || text === undefined) return { kind: 'not-text', message: id };
  return { kind: 'text', message: id, text: withoutMentions(text, toBot) };
}

/** The text without the places, in UTF-16 units, where the bot is called by name. */
function withoutMentions(text: string, mentions: readonly z.infer<typeof Mentionee>[]): string {
  const fromTheEnd = mentions.toSorted((a, b) => b.index - a.index);
  return fromTheEnd
    .reduce((rest, { index, length }) => `${rest.slice(0, index)} ${rest.slice(index + length)}`, text)
    .trim();
}
