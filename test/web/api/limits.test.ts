import { Writable } from 'node:stream';
import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import type { WebSettings } from '../../../bots/web/ports.ts';
import { createServer } from '../../../bots/web/server.ts';
import { fakePorts, settings } from '../fake-ports.ts';

/** A server with a clock to be turned on. */
function limited(over: Partial<WebSettings>, log?: Writable) {
  const clock = { now: 0 };
  const ports = fakePorts({ now: () => clock.now, settings: settings(over) });
  const app = createServer(ports, log);
  const status = async (options: InjectOptions) => (await app.inject(options)).statusCode;
  const message = (remoteAddress = '192.0.2.1', headers: Record<string, string> = {}): InjectOptions => ({
    method: 'POST',
    url: '/api/messages',
    payload: { text: 'あ' },
    remoteAddress,
    headers,
  });
  return { app, clock, status, message };
}

const times = async <T>(count: number, work: () => Promise<T>): Promise<readonly T[]> => {
  const results: T[] = [];
  for (let i = 0; i < count; i += 1) results.push(await work());
  return results;
};

describe('the limit of an address', () => {
  test('is polite: it says when to come again, in both languages', async () => {
    const { app, clock, message } = limited({ rateLimit: 2 });
    await times(2, () => app.inject(message()));
    clock.now = 20_500;
    const refused = await app.inject(message());
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('40');
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.json()).toMatchObject({
      type: 'urn:madoguchi:problem:too-many',
      detail: expect.stringContaining('少し待ってから'),
      'detail-en': expect.stringContaining('Please wait'),
    });
  });

  test('is over after a minute, and counts each address for itself', async () => {
    const { clock, status, message } = limited({ rateLimit: 1 });
    const first = '192.0.2.1';
    expect(await times(2, () => status(message(first)))).toEqual([200, 429]);
    expect(await status(message('192.0.2.2'))).toBe(200);
    clock.now = 59_999;
    expect(await status(message(first))).toBe(429);
    clock.now = 60_000;
    expect(await status(message(first))).toBe(200);
  });

  test('takes a household for one: the second half of an IPv6 address does not count', async () => {
    const { status, message } = limited({ rateLimit: 1 });
    expect(await status(message('2001:db8:1:2::1'))).toBe(200);
    expect(await status(message('2001:db8:1:2:ffff::9'))).toBe(429);
    expect(await status(message('2001:db8:1:3::1'))).toBe(200);
  });

  test('is shared by messages and opinions, and five times as wide for looking things up', async () => {
    const { status, message } = limited({ rateLimit: 2 });
    const opinion: InjectOptions = {
      method: 'POST',
      url: '/api/feedback',
      payload: {},
      remoteAddress: '192.0.2.1',
    };
    expect(await status(message())).toBe(200);
    expect(await status(opinion)).toBe(400);
    expect(await status(opinion)).toBe(429);
    const urls = ['/api/suggest?q=ab', '/api/menu', '/api/insurers'];
    let asked = 0;
    const found = await times(11, () => status({ url: urls[asked++ % 3]!, remoteAddress: '192.0.2.1' }));
    expect(found).toEqual([...Array(10).fill(200), 429]);
  });

  test('does not hold for pages, scripts and health checks', async () => {
    const { status } = limited({ rateLimit: 1 });
    for (const url of ['/', '/widget.js', '/healthz', '/readyz'])
      expect(await times(8, () => status({ url }))).toEqual(Array(8).fill(200));
  });

  test('is off at 0', async () => {
    const { status, message } = limited({ rateLimit: 0 });
    expect(new Set(await times(50, () => status(message())))).toEqual(new Set([200]));
  });
});

describe('the limit of a conversation', () => {
  test('is thirty messages a minute, from whatever address, and the answer to a repeated one comes all the same', async () => {
    const { app, clock, message } = limited({ rateLimit: 600 });
    const { conversationId } = (await app.inject(message())).json();
    const go = (remoteAddress: string, key: string) =>
      app.inject({
        ...message(remoteAddress, { 'idempotency-key': key }),
        payload: { text: 'い', conversationId },
      });
    let place = 0;
    const spread = await times(30, () => go(`192.0.2.${place++}`, `message-${place}`));
    expect(new Set(spread.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    const refused = await go('192.0.2.99', 'message-31');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60']);
    const repeated = await go('192.0.2.99', 'message-30');
    expect(repeated.body).toBe(spread.at(-1)!.body);
    clock.now = 60_000;
    expect((await go('192.0.2.99', 'message-31')).statusCode).toBe(200);
  });
});

describe('behind a proxy', () => {
  const forwarded = (address: string) => ({ 'x-forwarded-for': address });

  test.each([1, ['10.0.0.0/8']])(
    'X-Forwarded-For tells residents apart where TRUST_PROXY is %j',
    async (trustProxy) => {
      const { status, message } = limited({ rateLimit: 1, trustProxy });
      expect(await status(message('10.0.0.1', forwarded('192.0.2.1')))).toBe(200);
      expect(await status(message('10.0.0.1', forwarded('192.0.2.2')))).toBe(200);
      expect(await status(message('10.0.0.1', forwarded('192.0.2.1')))).toBe(429);
      // What a resident claims stands further out and does not count.
      expect(await status(message('10.0.0.1', forwarded('203.0.113.9, 192.0.2.1')))).toBe(429);
    },
  );

  test('nobody is believed by default, and the log says so once, without an address', async () => {
    const lines: string[] = [];
    const log = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const { status, message } = limited({ rateLimit: 1, logLevel: 'warn' }, log);
    expect(await status(message('10.0.0.1', forwarded('192.0.2.1')))).toBe(200);
    expect(await status(message('10.0.0.1', forwarded('192.0.2.2')))).toBe(429);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('TRUST_PROXY');
    expect(lines[0]).not.toMatch(/192\.0\.2|10\.0\.0/);
  });
});
