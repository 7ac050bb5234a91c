import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { createMetrics } from '../../bots/web/metrics.ts';
import { createServer } from '../../bots/web/server.ts';
import type { CountedTurn } from '../../src/staff/index.ts';
import { openStore, type Store, StoreUnavailable } from '../../src/storage/index.ts';
import { eventOf, NOW } from '../contract/events.ts';
import { fakePorts, settings } from './fake-ports.ts';

const TOKEN = 'a-token-of-some-length';
const TURN: CountedTurn = {
  channel: 'line',
  insurer: 'takasaki',
  input: 'typed',
  decision: 'answer',
  entry: 'certificate-lost',
  isSensitive: false,
};

const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});
async function store() {
  const opened = await openStore('file::memory:');
  stores.push(opened);
  return opened;
}

describe('the figures', () => {
  test('tell turns, opinions, what waits for staff and the inbox', async () => {
    const opened = await store();
    await opened.inbox.add([eventOf('a')], NOW);
    await opened.missed.add(
      { channel: 'web', text: '駐車場は', insurer: null, reason: 'unknown', entry: null },
      'k',
      NOW,
    );
    const metrics = createMetrics(opened);
    metrics.count(TURN, 1);
    metrics.count(TURN, 1);
    metrics.count({ ...TURN, channel: 'web', input: 'feedback', decision: 'helpful' }, 1);
    metrics.count({ ...TURN, channel: 'web', input: 'feedback', decision: 'helpful' }, -1);
    const text = await metrics.text();
    expect(text).toContain('madoguchi_turns_total{channel="line",input="typed",decision="answer"} 2');
    expect(text).toContain('madoguchi_feedback_total{channel="web",opinion="helpful"} 1');
    expect(text).toContain('madoguchi_missed_open 1');
    expect(text).toContain('madoguchi_inbox_events{state="pending"} 1');
    expect(text).toContain('madoguchi_store_up 1');
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });

  test('have no label with an insurer, an entry or a text, and none for what is sensitive', async () => {
    const metrics = createMetrics(await store());
    metrics.count(TURN, 1);
    metrics.count({ ...TURN, decision: 'safety', isSensitive: true }, 1);
    const text = await metrics.text();
    expect(text).not.toMatch(/takasaki|certificate-lost|safety/);
  });

  test('go on without the database, and say that it is away', async () => {
    const away = () => Promise.reject(new StoreUnavailable('away'));
    const { missed, inbox } = await store();
    let isAway = false;
    const metrics = createMetrics({
      missed: { ...missed, countOpen: () => (isAway ? away() : missed.countOpen()) },
      inbox,
    });
    await metrics.text();
    isAway = true;
    const text = await metrics.text();
    expect(text).toContain('madoguchi_store_up 0');
    expect(text).not.toMatch(/^madoguchi_(missed_open|inbox_events)\b/m);
    isAway = false;
    expect(await metrics.text()).toMatch(/^madoguchi_missed_open 0$/m);
  });
});

interface Asking {
  readonly from?: string;
  readonly headers?: Record<string, string>;
}

async function statusOf(app: FastifyInstance, { from = '127.0.0.1', headers = {} }: Asking): Promise<number> {
  const response = await app.inject({ method: 'GET', url: '/metrics', remoteAddress: from, headers });
  expect(response.headers['cache-control']).toBe('no-store');
  return response.statusCode;
}

describe('GET /metrics without a token', () => {
  const server = (over: Parameters<typeof settings>[0] = {}) =>
    createServer(fakePorts({ settings: settings(over) }));

  test.each([
    ['127.0.0.1', 200],
    ['::1', 200],
    ['::ffff:127.0.0.1', 200],
    ['10.1.2.3', 200],
    ['172.16.0.9', 200],
    ['172.32.0.9', 404],
    ['192.168.1.1', 200],
    ['fd12::1', 200],
    ['203.0.113.7', 404],
    ['::ffff:203.0.113.7', 404],
    ['2001:db8::7', 404],
  ])('is for this machine and private networks: %s gets %i', async (from, status) => {
    expect(await statusOf(server(), { from })).toBe(status);
  });

  test.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
    'is not for whoever comes through a proxy that nobody believes (%s)',
    async (name) => {
      expect(await statusOf(server(), { headers: { [name]: '127.0.0.1' } })).toBe(404);
    },
  );

  test('is for nobody where a proxy for https stands in front, and its addresses are not believed', async () => {
    expect(await statusOf(server({ isHttps: true }), {})).toBe(404);
  });

  test.each([
    ['203.0.113.7', 404],
    ['10.0.0.9', 200],
  ])('goes by the address that a proxy tells where it is believed: %s gets %i', async (client, status) => {
    const app = server({ isHttps: true, trustProxy: 1 });
    expect(await statusOf(app, { headers: { 'x-forwarded-for': client } })).toBe(status);
  });
});

describe('GET /metrics with a token', () => {
  const app = () => createServer(fakePorts({ settings: settings({ metricsToken: TOKEN }) }));

  test.each([
    [`Bearer ${TOKEN}`, 200],
    [`bearer ${TOKEN}`, 200],
    [`Bearer ${TOKEN}x`, 401],
    [`Bearer ${TOKEN.slice(0, -1)}`, 401],
    [`Basic ${TOKEN}`, 401],
    ['Bearer', 401],
    [TOKEN, 401],
  ])('%s gets %i', async (authorization, status) => {
    expect(await statusOf(app(), { headers: { authorization } })).toBe(status);
  });

  test('is not even for this machine without it, and for everybody with it', async () => {
    expect(await statusOf(app(), {})).toBe(401);
    const headers = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.7' };
    expect(await statusOf(app(), { from: '203.0.113.7', headers })).toBe(200);
  });

  test('takes no other method', async () => {
    const response = await app().inject({ method: 'POST', url: '/metrics' });
    expect(response.statusCode).toBe(405);
  });
});
