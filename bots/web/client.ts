import type { Language, TurnInput } from '../../src/conversation/index.ts';
import type { Insurers, Menu, MessageAnswer, Problem, Suggestions } from './api/schemas.ts';

/** One message to the bot; `conversationId` is absent in the first, and `key` is the same whenever it is sent again. */
export interface OutgoingMessage {
  readonly key: string;
  readonly input: TurnInput;
  readonly conversationId?: string;
  readonly insurer?: string;
  readonly language: Language;
  readonly typeset: boolean;
}

/** What came of a message; `message` is a sentence for the resident, in the language of the talk. */
export type Sent =
  | ({ readonly kind: 'reply' } & Pick<MessageAnswer, 'conversationId' | 'entry' | 'decision' | 'reply'>)
  /** The message itself cannot be taken: sending it again does not help. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No word from the server; the message may have arrived, and its key makes sure that it is answered once. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number; readonly message: string };

/** What a resident thought of an answer; the comment has at most 500 characters. */
export interface Opinion {
  readonly conversationId: string;
  readonly entry: string;
  readonly helpful: boolean;
  readonly comment?: string;
}

type Category = Menu['categories'][number];
export type MenuCategory = Omit<Category, 'entries'> & {
  readonly entries: readonly Category['entries'][number][];
};
export type Insurer = Insurers['insurers'][number];

/** The API as the widget uses it; whatever the server answers, no call throws or rejects. */
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
  /** Lets the server forget the conversation; goes on while the page is being left. */
  forget(conversationId: string): void;
}

const PATIENCE_MS = 20_000;
/** Where the server does not say how long to wait. */
const WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 120_000;
const UNEXPLAINED: Readonly<Record<Language, string>> = {
  ja: '申し訳ありません。うまく送れませんでした。しばらくたってから、もう一度お送りください。',
  en: 'Sorry, your message could not be sent. Please try again later.',
};

/** A client of the API below `base`, the address that widget.js was loaded from. */
export function createClient(base: URL): Client {
  const at = (path: string, query: Readonly<Record<string, string>> = {}) => {
    const url = new URL(`api/${path}`, base);
    url.search = String(new URLSearchParams(query));
    return url;
  };
  return {
    async send({ key, input, language, ...rest }, signal) {
      const body = { ...input, ...rest, insurer: rest.insurer || undefined, language, dates: 'device' };
      const headers = { 'idempotency-key': key };
      const response = await reach(at('messages'), { ...json(body, headers), signal });
      if (!response) return { kind: 'unreachable' };
      if (!response.ok) return failure(response, language);
      // A proxy or the sign-in page of a network may answer in the server's stead.
      return answerOf(response.body) ?? { kind: 'unreachable' };
    },
    async suggest(q, signal) {
      const { suggestions } = await get<Suggestions>(at('suggest', { q }), signal);
      return list(suggestions, 'text').map(({ text }) => text);
    },
    async menu(language, signal, typeset = false) {
      const { categories } = await get<Menu>(at('menu', { language, typeset: typeset ? '1' : '0' }), signal);
      return list(categories, 'id', 'label').map((category) => ({
        ...category,
        entries: list(category.entries, 'value', 'label'),
      }));
    },
    async insurers(language) {
      const { insurers } = await get<Insurers>(at('insurers', { language }));
      return list(insurers, 'id', 'name');
    },
    async giveFeedback(opinion) {
      const response = await reach(at('feedback'), json(opinion));
      return response?.ok === true;
    },
    forget(conversationId) {
      // The server's own ids; anything else must not make another address.
      const url = at(`conversations/${conversationId.replace(/[^\w-]/g, '')}`);
      fetch(url, { method: 'DELETE', keepalive: true, credentials: 'omit' }).catch(() => undefined);
    },
  };
}

/** An answer with its body, which is an empty object where it is not JSON. */
interface Reached {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: object;
}

/** Asks the server; undefined where no answer comes in time, or the caller gives up. */
async function reach(url: URL, { signal, ...init }: RequestInit): Promise<Reached | undefined> {
  // By hand, because AbortSignal.any() is younger than many residents' telephones.
  const giveUp = new AbortController();
  const abort = () => giveUp.abort();
  const timer = setTimeout(abort, PATIENCE_MS);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    // No cookie goes along, on the city's own host neither.
    const response = await fetch(url, { ...init, credentials: 'omit', signal: giveUp.signal });
    const { ok, status, headers } = response;
    // The words of a broken answer are no JSON, those of a broken connection are no answer.
    const text = await response.text();
    return { ok, status, headers, body: parsed(text) };
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

async function get<T>(url: URL, signal?: AbortSignal): Promise<Partial<T>> {
  const response = await reach(url, signal ? { signal } : {});
  return response?.ok ? (response.body as Partial<T>) : {};
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Those of a list that have the texts they should have. */
function list<T extends object>(
  values: readonly T[] | undefined,
  ...texts: readonly (keyof T)[]
): readonly T[] {
  const all: readonly unknown[] = Array.isArray(values) ? values : [];
  const isWhole = (value: unknown): value is T =>
    isObject(value) && texts.every((key) => typeof (value as Partial<T>)[key] === 'string');
  return all.filter(isWhole);
}

/** The server's answer, or undefined where somebody else's. */
function answerOf(body: Partial<MessageAnswer>): Sent | undefined {
  const { conversationId, entry = null, decision, reply } = body;
  if (typeof conversationId !== 'string' || typeof decision !== 'string' || !isObject(reply))
    return undefined;
  if (!Array.isArray(reply.parts) || !reply.parts.every(isObject)) return undefined;
  return { kind: 'reply', conversationId, entry, decision, reply };
}

// JSON leaves out what is undefined.
const json = (body: object, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The sentence of the server's problem details, and whether waiting helps. */
function failure({ status, headers, body }: Reached, language: Language): Sent {
  const problem = body as Partial<Problem>;
  const said = language === 'en' ? problem['detail-en'] : problem.detail;
  const message = typeof said === 'string' && said !== '' ? said : UNEXPLAINED[language];
  // A gateway that could not reach the server in its turn.
  if (status === 502 || status === 504) return { kind: 'unreachable' };
  if (status !== 429 && status !== 503) return { kind: 'refused', message };
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const wait = seconds >= 0 ? seconds * 1_000 : WAIT_MS;
  return { kind: 'busy', retryAfterMs: Math.min(wait, LONGEST_WAIT_MS), message };
}
