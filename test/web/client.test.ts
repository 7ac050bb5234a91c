import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient, type OutgoingMessage } from '../../bots/web/client.ts';

const client = createClient(new URL('https://bot.example.jp/faq/'));
const never = new AbortController().signal;
const MESSAGE: OutgoingMessage = {
  key: 'key-of-the-message',
  input: { text: 'なくした' },
  insurer: '',
  language: 'ja',
  typeset: true,
};
const ANSWER = {
  conversationId: 'c',
  entry: 'certificate-lost',
  decision: 'answer',
  candidates: [],
  reply: { parts: [{ kind: 'text', text: 'はい。' }] },
};

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** Answers every request alike, and writes down what was asked. */
function answering(make: () => Response | Promise<Response>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push({ url: String(url), init });
    return make();
  });
  return asked;
}

const problem = (status: number, headers: Record<string, string> = {}) =>
  answering(
    () =>
      new Response(
        JSON.stringify({ status, detail: '短くしてください。', 'detail-en': 'Please shorten it.' }),
        {
          status,
          headers: { 'content-type': 'application/problem+json', ...headers },
        },
      ),
  );

afterEach(() => void vi.unstubAllGlobals());

describe('a message', () => {
  test('goes below the address of the script, with its key, without cookies, and dates stay on the device', async () => {
    const asked = answering(() => Response.json(ANSWER));
    const { candidates: _unused, ...reply } = ANSWER;
    expect(await client.send(MESSAGE, never)).toEqual({ kind: 'reply', ...reply });
    expect(asked[0]!.url).toBe('https://bot.example.jp/faq/api/messages');
    expect(asked[0]!.init).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', 'idempotency-key': MESSAGE.key },
    });
    expect(JSON.parse(String(asked[0]!.init.body))).toEqual({
      text: 'なくした',
      language: 'ja',
      typeset: true,
      dates: 'device',
    });
  });

  test.each([
    ['ja', '短くしてください。'],
    ['en', 'Please shorten it.'],
  ] as const)('that the server refuses is explained by the server, in %s', async (language, message) => {
    problem(400);
    expect(await client.send({ ...MESSAGE, language }, never)).toEqual({ kind: 'refused', message });
  });

  test.each([
    ['ja', /^申し訳ありません。/],
    ['en', /^Sorry, /],
  ] as const)('that is refused without words is explained all the same, in %s', async (language, words) => {
    answering(() => new Response('<h1>Forbidden</h1>', { status: 403 }));
    const sent = await client.send({ ...MESSAGE, language }, never);
    expect(sent).toEqual({ kind: 'refused', message: expect.stringMatching(words) });
  });

  test.each([
    [429, '7', 7_000],
    [503, '1', 1_000],
    [429, undefined, 5_000],
    [503, 'Wed, 21 Oct 2026 07:28:00 GMT', 5_000],
    [429, '-3', 5_000],
    [503, '99999', 120_000],
  ])('waits after %i, Retry-After %s, for %i ms', async (status, retryAfter, retryAfterMs) => {
    problem(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    expect(await client.send(MESSAGE, never)).toEqual({
      kind: 'busy',
      retryAfterMs,
      message: '短くしてください。',
    });
  });

  test.each([502, 504])('that a gateway could not hand on (%i) has reached nobody', async (status) => {
    problem(status);
    expect(await client.send(MESSAGE, never)).toEqual({ kind: 'unreachable' });
  });

  test('that a broken server answers is not sent again and again', async () => {
    problem(500);
    expect((await client.send(MESSAGE, never)).kind).toBe('refused');
  });

  test.each([
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the sign-in page of a network', () => new Response('<title>Wi-Fi</title>')],
    ['an empty body', () => new Response('')],
    ['JSON that breaks off', () => new Response('{"conversationId":"c","reply":{"par')],
    ['JSON of something else', () => Response.json({ conversationId: 'c', reply: { parts: 'none' } })],
    ['parts that are none', () => Response.json({ ...ANSWER, reply: { parts: [null] } })],
    ['a list', () => Response.json([])],
  ])('met by %s has reached nobody', async (_name, make) => {
    answering(make);
    expect(await client.send(MESSAGE, never)).toEqual({ kind: 'unreachable' });
  });

  test('is given up when the page gives it up, before or while it is under way', async () => {
    vi.stubGlobal('fetch', (_url: URL, { signal }: RequestInit) => {
      return new Promise((_resolve, reject) => {
        if (signal?.aborted) reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    });
    expect(await client.send(MESSAGE, AbortSignal.abort())).toEqual({ kind: 'unreachable' });
    const leaving = new AbortController();
    const sent = client.send(MESSAGE, leaving.signal);
    leaving.abort();
    expect(await sent).toEqual({ kind: 'unreachable' });
  });

  test('is given up after twenty seconds', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_url: URL, { signal }: RequestInit) => {
      return new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason)),
      );
    });
    const sent = client.send(MESSAGE, never);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await sent).toEqual({ kind: 'unreachable' });
    vi.useRealTimers();
  });
});

test('to forget a conversation outlives the page, and no id makes another address', async () => {
  const asked = answering(() => new Response(null, { status: 204 }));
  client.forget('7f0c1a52-4f0e');
  client.forget('../../line/webhook?');
  expect(asked.map(({ url }) => url)).toEqual([
    'https://bot.example.jp/faq/api/conversations/7f0c1a52-4f0e',
    'https://bot.example.jp/faq/api/conversations/linewebhook',
  ]);
  expect(asked[0]!.init).toMatchObject({ method: 'DELETE', keepalive: true });
});

test('whatever a server answers, every call comes to an end of the promised kind', async () => {
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ suggestions: fc.jsonValue(), categories: fc.jsonValue(), insurers: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
    fc
      .record({
        conversationId: fc.string(),
        decision: fc.string(),
        reply: fc.record({ parts: fc.jsonValue() }),
      })
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(
      body,
      fc.constantFrom(200, 204, 301, 400, 404, 418, 429, 500, 503),
      async (text, status) => {
        answering(() => new Response(status === 204 ? null : text, { status }));
        const kinds = ['reply', 'refused', 'unreachable', 'busy'];
        expect(kinds).toContain((await client.send(MESSAGE, never)).kind);
        for (const found of await client.suggest('ab', never)) expect(typeof found).toBe('string');
        for (const { label, entries } of await client.menu('ja', never)) {
          expect(typeof label).toBe('string');
          for (const entry of entries) expect(typeof entry.value).toBe('string');
        }
        for (const { name } of await client.insurers('en')) expect(typeof name).toBe('string');
        expect(await client.giveFeedback({ conversationId: 'c', entry: 'e', helpful: true })).toBe(
          status < 300,
        );
      },
    ),
    { numRuns: 300 },
  );
});
