import type { messagingApi } from '@line/bot-sdk';
import type { LineApi, Sent } from './api.ts';
import { uuidOf } from './vault.ts';

/** LINE takes a reply token for a minute; a little less, so that clocks may differ. */
const TOKEN_LIVES_MS = 50_000;

/** An answer on its way out. */
export interface Delivery {
  readonly event: {
    readonly id: string;
    readonly occurredAt: number;
    readonly replyToken?: string;
  };
  readonly messages: readonly messagingApi.Message[];
  /** Whom to push to where the reply token no longer serves; absent where nothing may be pushed. */
  readonly pushTo?: string | undefined;
  /** An earlier attempt may have answered already. */
  readonly isInDoubt: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * How an answer reached the resident.
 * `presumed`: an earlier attempt ended without word from LINE, and its young reply token is spent, so it had arrived.
 * `pushed-in-doubt`: an earlier attempt may have arrived too; better twice than never.
 * `undelivered`: the reply token no longer serves, and nothing may be pushed.
 */
export type Delivered = 'replied' | 'presumed' | 'pushed' | 'pushed-in-doubt' | 'undelivered';

/** LINE cannot be reached or is overloaded; the event is to be tried again later. The message is a kind: 429, timeout. */
export class LineUnavailable extends Error {
  override readonly name = 'LineUnavailable';
  /** The reply may have reached the resident all the same. A push is no matter of doubt: LINE takes each once. */
  readonly isInDoubt: boolean;

  constructor(error: string, isInDoubt: boolean) {
    super(error);
    this.isInDoubt = isInDoubt;
  }
}

/** LINE will not take the push, e.g. because the access token is wrong or the account's messages of the month are used up. */
export class LineRefusal extends Error {
  override readonly name = 'LineRefusal';
}

/** Sends an answer: with the reply token, which costs nothing, and where that is refused, by one push; throws `LineUnavailable` or `LineRefusal`. */
export async function deliver(api: LineApi, delivery: Delivery): Promise<Delivered> {
  const { event, messages, pushTo, isInDoubt, now } = delivery;
  if (event.replyToken !== undefined) {
    const reply = await api.reply(event.replyToken, messages);
    if (isSent(reply, true)) return 'replied';
    const isYoung = now - event.occurredAt < TOKEN_LIVES_MS;
    if (reply.kind === 'refused' && reply.isTokenSpent && isInDoubt && isYoung) return 'presumed';
  }
  if (pushTo === undefined) return 'undelivered';
  const push = await api.push(pushTo, messages, uuidOf(event.id));
  if (push.kind === 'refused') throw new LineRefusal(String(push.status));
  if (!isSent(push, false)) return 'undelivered';
  return isInDoubt ? 'pushed-in-doubt' : 'pushed';
}

/** Whether LINE has the message; throws where it is worth another try. */
function isSent(sent: Sent, isReply: boolean): boolean {
  switch (sent.kind) {
    case 'sent':
    case 'sent-before':
      return true;
    case 'refused':
      return false;
    case 'unavailable':
      throw new LineUnavailable(sent.error, isReply && !sent.isHarmless);
  }
}
