import type { messagingApi } from '@line/bot-sdk';

/** LINE answers within a second; whoever waits longer holds up the resident's next message. */
const TIMEOUT_MS = 5_000;

/** What became of a call. `unavailable` may be tried again; `refused` will be refused again. */
export type Sent =
  | { readonly kind: 'sent' }
  /** 409: this push was accepted before. */
  | { readonly kind: 'sent-before' }
  | { readonly kind: 'refused'; readonly status: number; readonly isTokenSpent: boolean }
  | {
      readonly kind: 'unavailable';
      readonly error: string;
      /** LINE has certainly done nothing about it. */
      readonly isHarmless: boolean;
    };

/** The three calls of the Messaging API that a talk needs; none of them rejects. */
export interface LineApi {
  reply(replyToken: string, messages: readonly messagingApi.Message[]): Promise<Sent>;
  /** `retryKey` is a UUID; LINE delivers a push of the same key once. */
  push(to: string, messages: readonly messagingApi.Message[], retryKey: string): Promise<Sent>;
  /** Shows in a talk of two that an answer is coming. */
  showLoading(user: string): Promise<Sent>;
}

export interface LineApiOptions {
  readonly channelAccessToken: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}

/**
 * The Messaging API over `fetch`. Not by the client of @line/bot-sdk: that cannot give up on a call, and LINE not
 * answering must not hold an event for ever.
 */
export function createLineApi({
  channelAccessToken,
  baseUrl,
  timeoutMs = TIMEOUT_MS,
}: LineApiOptions): LineApi {
  const post = async (
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Sent> => {
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method: 'POST',
        headers: {
          ...headers,
          authorization: `Bearer ${channelAccessToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return sentOf(response.status, await response.text());
    } catch (error) {
      return unreachable(error);
    }
  };
  return {
    reply: (replyToken, messages) => post('/v2/bot/message/reply', { replyToken, messages }),
    push: (to, messages, retryKey) =>
      post('/v2/bot/message/push', { to, messages }, { 'x-line-retry-key': retryKey }),
    showLoading: (chatId) => post('/v2/bot/chat/loading/start', { chatId, loadingSeconds: 10 }),
  };
}

function sentOf(status: number, body: string): Sent {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 409) return { kind: 'sent-before' };
  if (status === 429) return { kind: 'unavailable', error: '429', isHarmless: true };
  if (status >= 500) return { kind: 'unavailable', error: String(status), isHarmless: false };
  // A message that LINE does not take is refused with details; a token that is used or expired, without.
  return { kind: 'refused', status, isTokenSpent: status === 400 && !body.includes('"details"') };
}

/** Where no connection came about, nothing was sent. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function unreachable(error: unknown): Sent {
  if (!(error instanceof Error)) return { kind: 'unavailable', error: 'network', isHarmless: false };
  if (error.name === 'TimeoutError') return { kind: 'unavailable', error: 'timeout', isHarmless: false };
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';
  return { kind: 'unavailable', error: 'network', isHarmless: NOT_CONNECTED.has(cause) };
}
