import { z } from 'zod';
import type { Happenings, Said, TalkInfo } from './happenings.ts';
import type { LineStandIn } from './stand-in.ts';
import {
  createWebhooks,
  type Mention,
  post,
  type Source,
  type WebhookEvent,
  type WebhookTarget,
} from './webhooks.ts';

const data = z.string().max(300);

/** What somebody does on the page. */
const act = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(5_000) }),
  z.strictObject({
    type: z.literal('postback'),
    data,
    /** What the button says for the resident. */
    shown: z.string().max(300).optional(),
    params: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ type: z.literal('switch-menu'), data, alias: z.string() }),
  z.strictObject({ type: z.literal('unsend'), messageId: z.string() }),
  z.strictObject({
    type: z.enum(['sticker', 'image', 'location', 'follow', 'unfollow', 'join', 'unknown']),
  }),
]);
export type Act = z.infer<typeof act>;

/** `POST /_emulator/acts`. */
export const actOrder = z.strictObject({ talk: z.string(), user: z.string(), act });
export type ActOrder = z.infer<typeof actOrder>;

export interface ActPorts {
  readonly line: LineStandIn;
  readonly happenings: Happenings;
  readonly talks: readonly TalkInfo[];
  readonly target: WebhookTarget;
  readonly seed: number;
  readonly now: () => number;
}

const PLACE = { title: '市役所', address: '群馬県高崎市高松町35番地1' };

/** Does what somebody does on the page: shows it, and sends the bot its webhook; false where there is no such talk. */
export function createActor(ports: ActPorts): (order: ActOrder) => boolean {
  const { line, happenings, talks } = ports;
  const make = createWebhooks({ seed: ports.seed, now: ports.now, register: line.registerReplyToken });
  const friends = new Set<string>();

  const eventOf = (act: Act, source: Source): WebhookEvent => {
    switch (act.type) {
      case 'text':
        return make.text(source, act.text, mentionsOf(line, source, act.text));
      case 'postback':
        return make.postback(source, act.data, act.params);
      case 'switch-menu':
        return make.postback(source, act.data, { newRichMenuAliasId: act.alias, status: 'SUCCESS' });
      case 'unsend':
        return make.unsend(source, act.messageId);
      case 'follow':
        return make.follow(source, friends.has(source.userId ?? ''));
      case 'location':
        return make.location(source, PLACE);
      case 'sticker':
      case 'image':
      case 'unfollow':
      case 'join':
      case 'unknown':
        return make[act.type](source);
    }
  };

  const show = (act: Act, { talk, user }: ActOrder, event: WebhookEvent) => {
    const messageId = (event.message as { readonly id: string } | undefined)?.id ?? null;
    const content = saidBy(act);
    if (content) happenings.add({ kind: 'said', talk, user, messageId, content });
    if (act.type === 'unsend') happenings.add({ kind: 'unsent', talk, messageId: act.messageId });
    if (act.type === 'follow' || act.type === 'unfollow') {
      friends.add(user);
      happenings.add({ kind: 'friend', talk, isFriend: act.type === 'follow' });
    }
    if (act.type === 'switch-menu') {
      const menu = line.menus.menuOfAlias(act.alias);
      if (menu !== undefined) line.menus.link(user, menu);
    }
  };

  return (order) => {
    const talk = talks.find(({ id }) => id === order.talk);
    if (!talk?.members.some(({ id }) => id === order.user)) return false;
    const source: Source =
      talk.kind === 'user'
        ? { type: 'user', userId: order.user }
        : { type: 'group', groupId: talk.id, userId: order.user };
    const event = eventOf(order.act, source);
    show(order.act, order, event);
    const tell = (outcome: number | null) =>
      happenings.add({ kind: 'webhook', talk: talk.id, event, outcome });
    void post(ports.target, [event]).then(tell, () => tell(null));
    return true;
  };
}

function saidBy(act: Act): Said | null {
  switch (act.type) {
    case 'text':
      return { type: 'text', text: act.text };
    case 'postback':
      return act.shown === undefined ? null : { type: 'text', text: act.shown };
    case 'sticker':
    case 'image':
      return { type: act.type };
    case 'location':
      return { type: 'location', ...PLACE };
    case 'switch-menu':
    case 'unsend':
    case 'follow':
    case 'unfollow':
    case 'join':
    case 'unknown':
      return null;
  }
}

/** In a group, `@` and the bot's name is a mention. */
function mentionsOf(
  { botName, botUserId }: LineStandIn,
  source: Source,
  text: string,
): readonly Mention[] | undefined {
  const index = text.indexOf(`@${botName}`);
  if (source.type === 'user' || index < 0) return undefined;
  return [{ index, length: botName.length + 1, userId: botUserId, isSelf: true }];
}
