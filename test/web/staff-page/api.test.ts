import { afterEach, expect, test, vi } from 'vitest';
import { createStaffApi } from '../../../bots/web/staff-page/api.ts';

const BASE = new URL('https://bot.example.jp/faq/');

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly token: string | undefined;
  readonly body: unknown;
}

/** A server that gives out `tokens`, one after the other, and answers everything else with `answer`. */
function serving(tokens: readonly string[], answer: () => Response): readonly Asked[] {
  const asked: Asked[] = [];
  const rest = [...tokens];
  vi.stubGlobal('fetch', async (url: URL, { method = 'GET', headers, body }: RequestInit) => {
    if (url.pathname.endsWith('/me')) return Response.json({ csrf: rest.shift() });
    const token = new Headers(headers).get('x-csrf-token') ?? undefined;
    asked.push({ url: String(url), method, token, body: body && JSON.parse(String(body)) });
    return answer();
  });
  return asked;
}

afterEach(() => void vi.unstubAllGlobals());

test('a change is sent with the token of the session, which is asked for once', async () => {
  const asked = serving(['t1', 't2'], () => new Response(null, { status: 204 }));
  const api = createStaffApi(BASE);
  expect(await api.post('questions/7/dismiss')).toEqual({ kind: 'answer', data: undefined });
  await api.post('samples/3/verdict', { verdict: 'right' });
  expect(asked).toEqual([
    {
      url: 'https://bot.example.jp/faq/staff/api/questions/7/dismiss',
      method: 'POST',
      token: 't1',
      body: {},
    },
    {
      url: 'https://bot.example.jp/faq/staff/api/samples/3/verdict',
      method: 'POST',
      token: 't1',
      body: { verdict: 'right' },
    },
  ]);
});

test('after a refusal the token is asked for anew: the session may be another one since', async () => {
  const asked = serving(['old', 'new'], () => Response.json({ detail: 'だめでした。' }, { status: 403 }));
  const api = createStaffApi(BASE);
  expect(await api.post('x')).toMatchObject({ kind: 'refused', sentence: 'だめでした。' });
  await api.post('x');
  expect(asked.map(({ token }) => token)).toEqual(['old', 'new']);
});

test('what a refusal adds is handed on, as the effect of an assignment that needs an approver', async () => {
  serving(['t'], () => Response.json({ detail: '承認者に。', data: { tried: 9 } }, { status: 403 }));
  expect(await createStaffApi(BASE).post('x')).toEqual({
    kind: 'refused',
    sentence: '承認者に。',
    data: { tried: 9 },
  });
});
