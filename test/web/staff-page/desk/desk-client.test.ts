import { afterEach, expect, test, vi } from 'vitest';
import { createStaffApi } from '../../../../bots/web/staff-page/api.ts';
import { createDeskClient, type Query } from '../../../../bots/web/staff-page/desk/desk-client.ts';
import { TODAY } from './given.ts';

const QUERY: Query = { text: '', insurer: undefined, category: undefined, asOf: undefined, past: false };
const client = createDeskClient(createStaffApi(new URL('https://bot.example.jp/faq/')));
const never = new AbortController().signal;
const asked: string[] = [];

/** Answers every request alike. */
function answering(make: () => Response | Promise<Response>): void {
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(String(url));
    return make();
  });
}

afterEach(() => void vi.unstubAllGlobals());

test('asks below the address of the page’s script, for what is wanted and nothing else', async () => {
  answering(() => Response.json({ today: TODAY, asOf: TODAY, found: [] }));
  await client.lookUp(QUERY, never);
  await client.lookUp({ ...QUERY, text: '紛失', insurer: 'ako', asOf: TODAY, past: true }, never);
  await client.filters();
  expect(asked.map((url) => decodeURIComponent(url))).toEqual([
    'https://bot.example.jp/faq/staff/api/lookup',
    'https://bot.example.jp/faq/staff/api/lookup?q=紛失&insurer=ako&asOf=2026-11-22&past=1',
    'https://bot.example.jp/faq/staff/api/filters',
  ]);
});

test.each([
  ['401', () => new Response('{}', { status: 401 }), { kind: 'signed-out' }],
  [
    'a refusal',
    () => Response.json({ detail: '加入先を選び直してください。' }, { status: 400 }),
    { kind: 'refused', sentence: '加入先を選び直してください。' },
  ],
  ['a refusal without a word', () => new Response('<html>', { status: 500 }), { kind: 'refused' }],
  ['a gateway without its server', () => new Response('', { status: 502 }), { kind: 'unreachable' }],
  ['no network', () => Promise.reject(new TypeError('failed to fetch')), { kind: 'unreachable' }],
  ['something that is no JSON', () => new Response('<html>サインイン</html>'), { kind: 'unreachable' }],
])('%s becomes a trouble with something to do, and never an exception', async (_what, make, expected) => {
  answering(make as () => Response);
  const answered = await client.lookUp(QUERY, never);
  expect(answered).toMatchObject(expected);
  if (answered.kind === 'refused') expect(answered.sentence).toMatch(/ください。$/);
});
