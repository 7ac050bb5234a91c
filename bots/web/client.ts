import type { Decision, Language, TurnInput } from '../../src/conversation/index.ts';
import type { Choice, Reply } from '../../src/reply/index.ts';

export interface Insurer {
  readonly id: string;
  readonly name: string;
}

/** A topic of the menu, and the questions under it, as choices. */
export interface MenuCategory {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Choice[];
}

/** One message to the bot; sent again with the same `key` it is answered once. */
export interface OutgoingMessage {
  readonly key: string;
  readonly input: TurnInput;
  /** Absent in the first message of a conversation. */
  readonly conversationId?: string;
  readonly insurer?: string;
  readonly language: Language;
  readonly typeset: boolean;
}

interface Answered {
  readonly kind: 'reply';
  readonly conversationId: string;
  readonly entry: string | null;
  readonly decision: Decision;
  readonly reply: Reply;
}

/** What came of a message; the sentences are for residents, in the language of the message. */
export type Sent =
  | Answered
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number; readonly message: string };

/** What a resident thought of an answer; the comment has at most 500 characters. */
export interface Opinion {
  readonly conversationId: string;
  readonly entry: string;
  readonly helpful: boolean;
  readonly comment?: string;
}

/** The API in the browser; nothing of it throws, whatever comes back. */
export interface Client {
  send(message: OutgoingMessage, signal: AbortSignal): Promise<Sent>;
  /** Questions that begin alike; empty where the server cannot be reached. */
  suggest(q: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Empty where the server cannot be reached. */
  menu(language: Language, signal: AbortSignal, typeset?: boolean): Promise<readonly MenuCategory[]>;
  /** Empty where the server cannot be reached; the bot then asks for the insurer in the talk. */
  insurers(language: Language): Promise<readonly Insurer[]>;
  /** Whether it was taken. */
  giveFeedback(opinion: Opinion): Promise<boolean>;
  /** Tells the server to forget a conversation, even while the page is being left. */
  forget(conversationId: string): void;
}

const PATIENCE_MS = 20_000;
const USUAL_WAIT_MS = 5_000;
const UNEXPLAINED = {
  ja: '申し訳ありません。うまく送れませんでした。しばらくたってから、もう一度お送りください。',
  en: 'Sorry, this could not be sent. Please try again later.',
} as const;

/** A client of the API below `base`, the address that widget.js was loaded from. */
export function createClient(base: URL): Client {
  const getJson = async <T>(path: string, query: Record<string, string>, signal?: AbortSignal) => {
    try {
      const url = new URL(`${path}?${new URLSearchParams(query)}`, base);
      const response = await fetch(url, signal ? { signal } : {});
      return response.ok ? ((await response.json()) as T) : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    send: (message, signal) => send(new URL('api/messages', base), message, signal),
    async suggest(q, signal) {
      const found = await getJson<{ suggestions: readonly { text: string }[] }>('api/suggest', { q }, signal);
      return found?.suggestions.map(({ text }) => text) ?? [];
    },
    async menu(language, signal, typeset = false) {
      const query = { language, typeset: typeset ? '1' : '0' };
      const found = await getJson<{ categories: readonly MenuCategory[] }>('api/menu', query, signal);
      return found?.categories ?? [];
    },
    async insurers(language) {
      const found = await getJson<{ insurers: readonly Insurer[] }>('api/insurers', { language });
      return found?.insurers ?? [];
    },
    async giveFeedback(opinion) {
      const url = new URL('api/feedback', base);
      const response = await post(url, opinion, {}).catch(() => undefined);
      return response?.ok ?? false;
    },
    forget(conversationId) {
      const url = new URL(`api/conversations/${encodeURIComponent(conversationId)}`, base);
      fetch(url, { method: 'DELETE', keepalive: true }).catch(() => undefined);
    },
  };
}

function post(url: URL, body: unknown, init: RequestInit & { readonly key?: string }): Promise<Response> {
  const key = init.key === undefined ? {} : { 'idempotency-key': init.key };
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...key },
    // JSON leaves out what is undefined.
    body: JSON.stringify(body),
    ...(init.signal && { signal: init.signal }),
  });
}

async function send(url: URL, { key, input, ...rest }: OutgoingMessage, signal: AbortSignal): Promise<Sent> {
  // By hand, because AbortSignal.any() is younger than many residents' telephones.
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  signal.addEventListener('abort', () => giveUp.abort());
  try {
    const response = await post(url, { ...input, ...rest, dates: 'device' }, { key, signal: giveUp.signal });
    if (!response.ok) return await failureOf(response, rest.language);
    const { conversationId, entry, decision, reply }: Omit<Answered, 'kind'> = await response.json();
    return { kind: 'reply', conversationId, entry, decision, reply };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

/** The sentence of the server's problem details. */
async function failureOf(response: Response, language: Language): Promise<Sent> {
  const problem: Record<string, unknown> | null = await response.json().catch(() => null);
  const told = problem?.[language === 'en' ? 'detail-en' : 'detail'];
  const message = typeof told === 'string' ? told : UNEXPLAINED[language];
  if (response.status !== 429 && response.status !== 503) return { kind: 'refused', message };
  const seconds = Number(response.headers.get('retry-after'));
  return { kind: 'busy', retryAfterMs: seconds > 0 ? seconds * 1000 : USUAL_WAIT_MS, message };
}
