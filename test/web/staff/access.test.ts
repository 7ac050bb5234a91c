import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readKnowledge } from '../../../bin/assemble.ts';
import { staffApi } from '../../../bin/staff-api.ts';
import { createServer, type StaffRoute, staffRoute } from '../../../bots/web/index.ts';
import {
  type Action,
  createKnowledgeTexts,
  createPublishing,
  LEAST_ROLE,
  ROLES,
} from '../../../src/staff/index.ts';
import { openStore } from '../../../src/storage/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';
import { fakePorts } from '../fake-ports.ts';
import { Browser, signedIn, startSite } from './site.ts';

/** A route of every action and method, beside those that the program has. */
const SAMPLES = (Object.keys(LEAST_ROLE) as Action[]).flatMap((action) =>
  (['GET', 'POST', 'PUT', 'DELETE'] as const).map((method) =>
    staffRoute({ method, url: `/sample/${action}/:id`, action, handle: async () => ({ kind: 'done' }) }),
  ),
);
const store = await openStore('file::memory:');
const texts = createKnowledgeTexts();
const PROGRAM = staffApi({
  store,
  texts,
  publishing: createPublishing({ ...store, file: '', texts }),
  knowledge: readKnowledge(),
  live: () => undefined,
  today: () => '2026-11-22' as IsoDate,
  settings: {},
});
const ROUTES: readonly StaffRoute[] = [...PROGRAM, ...SAMPLES];

interface Mounted {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly action: Action | undefined;
}

/** Open to everybody: how one gets in. */
const OPEN = ['/staff/', '/staff/sign-in', '/staff/oidc', '/staff/oidc/return'];

/** Every route below /staff that the server has, whoever mounted it. */
async function mountedRoutes(): Promise<readonly Mounted[]> {
  const nothing = { accounts: null!, sessions: null!, audit: null!, passwords: null!, idleMs: 1 };
  const app = createServer(fakePorts({ staff: { ...nothing, routes: ROUTES } }));
  const mounted: Mounted[] = [];
  app.addHook('onRoute', ({ url, method, config }) => {
    const action = config?.staffAction;
    for (const each of [method].flat()) {
      if (url.startsWith('/staff') && each !== 'HEAD') mounted.push({ method: each as 'GET', url, action });
    }
  });
  await app.ready();
  await app.close();
  return mounted;
}

const mounted = await mountedRoutes();
const guarded = mounted.filter(({ url }) => !OPEN.includes(url));

test('every route below /staff is for somebody, but those by which one gets in', () => {
  expect(guarded.filter(({ action }) => action === undefined)).toEqual([]);
  expect(guarded.length).toBeGreaterThanOrEqual(SAMPLES.length + 4);
  for (const url of ['/staff', '/staff/audit', '/staff/sign-out', '/staff/api/me']) {
    expect(guarded.map((route) => route.url)).toContain(url);
  }
});

describe.each(guarded)('$method $url', ({ method, url, action }) => {
  const address = url.replaceAll(/:\w+/g, '7');
  const isForm = url === '/staff/sign-out';

  test('is open to those whose role allows it, and to nobody else', async () => {
    const site = await startSite({ routes: ROUTES });
    // What a route does with an empty body is its own affair; here it matters who reaches it.
    const isLetIn = async (browser: Browser, csrf: string) => {
      const sent = {
        headers: { 'x-csrf-token': csrf },
        ...(isForm ? { form: { csrf } } : method !== 'GET' && { body: {} }),
      };
      const { statusCode, headers } = await browser.send(method, address, sent);
      const isSentAway = statusCode === 303 && !headers.location?.includes('?out');
      return ![401, 403].includes(statusCode) && !isSentAway;
    };
    expect(await isLetIn(new Browser(site.app), '')).toBe(false);
    for (const role of ROLES) {
      const browser = await signedIn(site, role);
      const mayDoIt = ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[action!]);
      expect([role, await isLetIn(browser, (await browser.me()).csrf)]).toEqual([role, mayDoIt]);
    }
  });
});

describe('a change through the API', () => {
  const change: StaffRoute = staffRoute({
    method: 'POST',
    url: '/things/:id',
    action: 'assign',
    body: z.strictObject({ entry: z.string() }),
    query: z.strictObject({ dry: z.literal('1').optional() }),
    handle: async ({ staff, body, query, params, now, today }) => ({
      kind: 'json',
      data: { staff, body, query, params, now, today },
    }),
  });
  const start = async () => {
    const site = await startSite({ routes: [change], publicUrl: 'https://faq.city.example.jp' });
    const browser = await signedIn(site, 'editor', 'aoki');
    const { csrf } = await browser.me();
    const send = (headers: Readonly<Record<string, string>>, body: unknown = { entry: 'lost' }, query = '') =>
      browser.post(`/staff/api/things/7${query}`, { headers, body });
    return { site, csrf, send };
  };

  test('reaches the route with who asks, what was sent, and the clock', async () => {
    const { csrf, send } = await start();
    const answer = await send({ 'x-csrf-token': csrf }, undefined, '?dry=1');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      staff: { name: 'aoki', role: 'editor' },
      body: { entry: 'lost' },
      query: { dry: '1' },
      params: { id: '7' },
      now: expect.any(Number),
      today: '2026-11-21',
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['no token', {}],
    ['an empty token', { 'x-csrf-token': '' }],
    ['a made-up token', { 'x-csrf-token': 'A'.repeat(43) }],
  ])('with %s is refused', async (_what, headers) => {
    const { send } = await start();
    const answer = await send(headers);
    expect([answer.statusCode, answer.json().type]).toEqual([403, 'urn:madoguchi:problem:not-from-page']);
  });

  test('with the token of another session is refused, also of the same person', async () => {
    const { site, send } = await start();
    const another = new Browser(site.app);
    await another.signIn('aoki');
    expect((await send({ 'x-csrf-token': (await another.me()).csrf })).statusCode).toBe(403);
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://faq.city.example.jp' }, 200],
  ])('with the right token, from %j: %i', async (headers, expected) => {
    const { csrf, send } = await start();
    expect((await send({ 'x-csrf-token': csrf, ...headers })).statusCode).toBe(expected);
  });

  test.each([
    ['a body that does not fit', { entry: 1 }, ''],
    ['a member too many', { entry: 'lost', by: 'somebody else' }, ''],
    ['no body', undefined, '?dry=0'],
    ['a query that does not fit', { entry: 'lost' }, '?dry=no'],
  ])('with %s is refused in a sentence', async (_what, body, query) => {
    const { csrf, send } = await start();
    const answer = await send({ 'x-csrf-token': csrf }, body, query);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.json().detail).toContain('もう一度お試しください');
  });

  test('as a form, which any site can send, is not even read', async () => {
    const site = await startSite({ routes: [change] });
    const browser = await signedIn(site, 'editor');
    const headers = { 'x-csrf-token': (await browser.me()).csrf };
    const answer = await browser.post('/staff/api/things/7', { headers, form: { entry: 'lost' } });
    expect([answer.statusCode, answer.json().status]).toEqual([415, 415]);
  });
});

describe('an answer of the API', () => {
  const answering = (url: string, handle: StaffRoute['handle']): StaffRoute =>
    staffRoute({ method: 'GET', url, action: 'lookUp', handle });
  const routes = [
    answering('/file', async () => ({
      kind: 'file',
      name: '質問 2026.csv',
      type: 'text/csv; charset=utf-8',
      content: 'a,b',
    })),
    answering('/done', async () => ({ kind: 'done' })),
    answering('/refused', async () => ({
      kind: 'refused',
      status: 409,
      sentence: 'ほかの人が先に変えました。',
      data: { current: 3 },
    })),
    answering('/broken', async () => {
      throw new Error('資格確認書をなくしました、マルタ山ほげ子');
    }),
  ];

  test('is a file with its name, nothing, or a refusal with what to do', async () => {
    const browser = await signedIn(await startSite({ routes }), 'viewer');
    const file = await browser.get('/staff/api/file');
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('質問 2026.csv')}`,
    });
    expect((await browser.get('/staff/api/done')).statusCode).toBe(204);
    const refused = await browser.get('/staff/api/refused');
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(refused.json()).toEqual({
      type: 'urn:madoguchi:problem:refused',
      status: 409,
      title: 'できませんでした',
      detail: 'ほかの人が先に変えました。',
      data: { current: 3 },
    });
  });

  test('says nothing of what went wrong inside, nor does the log', async () => {
    const site = await startSite({ routes });
    const answer = await (await signedIn(site, 'viewer')).get('/staff/api/broken');
    expect([answer.statusCode, answer.json().type]).toEqual([500, 'urn:madoguchi:problem:internal']);
    expect(answer.body + site.log.join('')).not.toContain('マルタ');
    expect(site.log.join('')).toContain('"failure":"Error"');
  });

  test('tells who is signed in, and what they may do', async () => {
    const browser = await signedIn(await startSite(), 'editor', 'aoki');
    expect(await browser.me()).toEqual({
      name: 'aoki',
      role: 'editor',
      may: expect.arrayContaining(['lookUp', 'assign']),
      csrf: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect((await browser.me()).may).not.toContain('approve');
  });
});
