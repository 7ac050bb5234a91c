import type { TurnInput } from '../../src/conversation/index.ts';
import type { Reply } from '../../src/reply/index.ts';

export interface Insurer {
  readonly id: string;
  readonly name: string;
}

/** One message to the bot; `conversationId` is absent in the first. */
export interface Outgoing {
  readonly input: TurnInput;
  readonly conversationId: string | undefined;
  readonly insurer: string;
}

/** What came of a message; `again` says whether sending the same once more may help. */
export type Sent =
  | { readonly ok: true; readonly conversationId: string; readonly reply: Reply }
  | { readonly ok: false; readonly message: string; readonly again: boolean };

export interface Api {
  send(message: Outgoing, signal: AbortSignal): Promise<Sent>;
  /** Questions that begin alike; empty where the server cannot be reached. */
  suggest(q: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Empty where the server cannot be reached; the bot then asks for the insurer in the talk. */
  insurers(): Promise<readonly Insurer[]>;
}

const PATIENCE_MS = 20_000;
const UNREACHABLE = '通信できませんでした。電波の状態をご確認のうえ、もう一度お送りください。';
const UNEXPLAINED = '申し訳ありません。うまく送れませんでした。しばらくたってから、もう一度お送りください。';

/** A client of the API below `base`, the address that widget.js was loaded from. */
export function createApi(base: URL): Api {
  return {
    async send({ input, conversationId, insurer }, signal) {
      // JSON leaves out what is undefined.
      const body = JSON.stringify({ ...input, conversationId, insurer: insurer || undefined });
      // By hand, because AbortSignal.any() is younger than many residents' telephones.
      const giveUp = new AbortController();
      const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
      signal.addEventListener('abort', () => giveUp.abort());
      try {
        const response = await fetch(new URL('api/messages', base), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          signal: giveUp.signal,
        });
        if (!response.ok) return await failureOf(response);
        const answer: { conversationId: string; reply: Reply } = await response.json();
        return { ok: true, conversationId: answer.conversationId, reply: answer.reply };
      } catch {
        return { ok: false, message: UNREACHABLE, again: true };
      } finally {
        clearTimeout(timer);
      }
    },
    async suggest(q, signal) {
      const found = await getJson<{ suggestions: readonly { text: string }[] }>(
        new URL(`api/suggest?${new URLSearchParams({ q })}`, base),
        signal,
      );
      return found?.suggestions.map(({ text }) => text) ?? [];
    },
    async insurers() {
      const found = await getJson<{ insurers: readonly Insurer[] }>(new URL('api/insurers', base));
      return found?.insurers ?? [];
    },
  };
}

/** The sentence of the server's problem details; a fault of the message itself (4xx) does not heal by repeating it. */
async function failureOf(response: Response): Promise<Sent> {
  const problem: { detail?: unknown } | null = await response.json().catch(() => null);
  const message = typeof problem?.detail === 'string' ? problem.detail : UNEXPLAINED;
  return { ok: false, message, again: response.status >= 500 || response.status === 429 };
}

async function getJson<T>(url: URL, signal?: AbortSignal): Promise<T | null> {
  try {
    const response = await fetch(url, signal ? { signal } : {});
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
