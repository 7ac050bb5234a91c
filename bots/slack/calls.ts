import { setTimeout as pause } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { type Failure, failureOf } from './failure.ts';

/** Slack answers within a second. */
const TIMEOUT_MS = 5_000;
/** How long staff wait for an answer while Slack says that it is busy; a modal's button is dead after three seconds. */
const PATIENCE_MS = { message: 60_000, modal: 2_000 } as const;
const MOST_ATTEMPTS = 4;
/** Between attempts where Slack names no time of its own. */
const BREAK_MS = 1_000;

export type Called = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly failure: Failure };

/** How a call may be repeated: a message that everybody sees must not appear twice. */
export interface Repeating {
  readonly patience: keyof typeof PATIENCE_MS;
  readonly isRepeatable: boolean;
}

/** Calls to Slack; none of them rejects. */
export interface Calls {
  /** A method of the Web API. */
  api(method: string, args: Readonly<Record<string, unknown>>, repeating: Repeating): Promise<Called>;
  /** To the `response_url` of a command or button: it needs no token, and works where the app is not in the channel. */
  respond(url: string, message: Readonly<Record<string, unknown>>, repeating: Repeating): Promise<Called>;
}

export interface CallsOptions {
  readonly botToken: string;
  /** Ends in a slash. */
  readonly apiUrl: string;
  readonly timeoutMs?: number;
  /** Waits so many milliseconds. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** What became of one attempt. */
type Attempt =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retryAfterMs?: number };

export function createCalls({ botToken, apiUrl, timeoutMs = TIMEOUT_MS, wait = pause }: CallsOptions): Calls {
  const client = new webApi.WebClient(botToken, {
    slackApiUrl: apiUrl,
    logger: SILENT,
    timeout: timeoutMs,
    // Waiting is done here, where it is known who waits.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const again = async (attempt: () => Promise<Attempt>, { patience, isRepeatable }: Repeating) => {
    let left: number = PATIENCE_MS[patience];
    for (let count = 1; ; count += 1) {
      const tried = await attempt();
      if (tried.kind === 'done') return tried;
      const failure = tried.failure === 'unreachable' && !isRepeatable ? 'in-doubt' : tried.failure;
      const mayRepeat = failure === 'rate-limited' || failure === 'unreachable';
      const breakMs = tried.retryAfterMs ?? BREAK_MS;
      left -= breakMs;
      if (!mayRepeat || count === MOST_ATTEMPTS || left < 0) return { kind: 'failed', failure } as const;
      await wait(breakMs);
    }
  };
  return {
    api: (method, args, repeating) =>
      again(
        () =>
          client.apiCall(method, { ...args }).then(
            () => ({ kind: 'done' }) as const,
            (error: unknown) => apiFailure(error),
          ),
        repeating,
      ),
    respond: (url, message, repeating) => again(() => postTo(url, message, timeoutMs), repeating),
  };
}

function apiFailure(error: unknown): Attempt {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'failed', failure: 'rate-limited', retryAfterMs: error.retryAfter * 1000 };
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const after = error.data.response_metadata?.retryAfter;
    const failure = failureOf(error.data.error);
    return { kind: 'failed', failure, ...(typeof after === 'number' && { retryAfterMs: after * 1000 }) };
  }
  return { kind: 'failed', failure: 'unreachable' };
}

async function postTo(url: string, message: unknown, timeoutMs: number): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await response.text();
    const after = Number(response.headers.get('retry-after'));
    if (response.status === 429)
      return { kind: 'failed', failure: 'rate-limited', ...(after > 0 && { retryAfterMs: after * 1000 }) };
    if (response.status >= 500) return { kind: 'failed', failure: 'unreachable' };
    const error = errorIn(body);
    if (response.ok && error === undefined) return { kind: 'done' };
    return { kind: 'failed', failure: failureOf(error ?? '') };
  } catch {
    return { kind: 'failed', failure: 'unreachable' };
  }
}

/** A response_url answers 「ok」, an error word, or `{"ok": false, "error": …}`. */
function errorIn(body: string): string | undefined {
  const named = /"error"\s*:\s*"(\w+)"/.exec(body)?.[1];
  if (named !== undefined) return named;
  return /^\w+$/.test(body) && body !== 'ok' ? body : undefined;
}

/** Slack's libraries say what they send, and that may be what somebody typed: they say it to nobody. */
const nothing = () => {};
export const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => 'error' as webApi.LogLevel,
};
