import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import { fakePorts, settings } from '../fake-ports.ts';

const get = (url: string, over = {}) => createServer(fakePorts(over)).inject({ method: 'GET', url });

/** What a server writes to its log, line by line. */
function logOf(): { readonly lines: string[]; readonly stream: Writable } {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(...String(chunk).trim().split('\n'));
      done();
    },
  });
  return { lines, stream };
}

describe('GET /api/suggest', () => {
  test('gives at most eight questions', async () => {
    const { suggestions } = (await get('/api/suggest?q=%E8%B3%87%E6%A0%BC')).json();
    expect(suggestions).toHaveLength(8);
    expect(suggestions[0]).toEqual({ text: '資格 0', entry: 'certificate-lost' });
  });

  test.each(['', '?q=', '?q=a', '?q=%F0%9F%98%AD', '?q=%20a%20'])(
    'finds nothing for less than two characters: "%s"',
    async (query) => {
      const response = await get(`/api/suggest${query}`);
      expect(response.statusCode).toBe(200);
      expect(response.json()).toEqual({ suggestions: [] });
    },
  );

  test('finds nothing while the index is not ready', async () => {
    expect((await get('/api/suggest?q=abc', { ready: () => false })).json()).toEqual({ suggestions: [] });
  });

  test.each([[`?q=${'a'.repeat(101)}`], ['?q=ab&q=cd'], [`?q=${'a'.repeat(20_000)}`]])(
    'refuses over 100 characters and repeated queries',
    async (query) => {
      const response = await get(`/api/suggest${query}`);
      expect(response.statusCode).toBe(400);
      expect(response.headers['content-type']).toContain('application/problem+json');
    },
  );

  test('takes 100 characters', async () => {
    expect((await get(`/api/suggest?q=${'a'.repeat(100)}`)).statusCode).toBe(200);
  });
});

describe('the other routes', () => {
  test('lists the insurers', async () => {
    expect((await get('/api/insurers')).json().insurers).toContainEqual({ id: 'takasaki', name: '高崎市' });
  });

  test.each([true, false])('answers the health check, ready or not: %s', async (ready) => {
    const response = await get('/healthz', { ready: () => ready });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ status: 'ok', ready });
  });

  test('serves the demo page under a policy that lets nothing in from elsewhere', async () => {
    const { statusCode, headers, body } = await get('/');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    expect(headers['content-security-policy']).toContain("default-src 'none';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(body).toMatch(/<script[^>]* src="widget.js"[^>]* data-insurer="takasaki"/);
    expect(body).not.toMatch(/(src|href)="https?:/);
  });

  test.each([
    '/nowhere',
    '/api/nowhere',
    '/..%2f..%2fpackage.json',
    '/.env',
    '/%00',
    '/%',
    '//x',
    '/api/messages/',
  ])('knows no %s', async (url) => {
    const response = await get(url);
    expect([400, 404]).toContain(response.statusCode);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(response.json().detail).toMatch(/ください/);
  });

  test.each([
    ['GET', '/api/messages', 'POST'],
    ['PUT', '/api/messages', 'POST'],
    ['OPTIONS', '/api/messages', 'POST'],
    ['POST', '/api/suggest', 'GET, HEAD'],
    ['DELETE', '/healthz', 'GET, HEAD'],
  ] as const)('answers 405 to %s %s', async (method, url, allow) => {
    // The body has a wrong type on purpose: the method is refused first.
    const request = { method, url, payload: 'x', headers: { 'content-type': 'text/plain' } };
    const response = await createServer(fakePorts()).inject(request);
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe(allow);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });
});

describe('the log', () => {
  const SECRET = '私の番号は123456789012です';

  test('holds method, route, status and duration of a request, and nothing else', async () => {
    const { lines, stream } = logOf();
    const app = createServer(fakePorts({ settings: settings({ logLevel: 'trace' }) }), stream);
    await app.inject({ method: 'POST', url: '/api/messages?user=taro', payload: { text: SECRET } });
    await app.inject({ method: 'GET', url: `/api/suggest?q=${encodeURIComponent(SECRET)}` });
    await app.inject({ method: 'GET', url: `/${encodeURIComponent(SECRET)}` });
    const logged = lines.map((line) => JSON.parse(line));
    expect(logged.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/api/messages', 200],
      ['GET', '/api/suggest', 200],
      ['GET', 'unknown', 404],
    ]);
    for (const line of logged)
      expect(Object.keys(line).sort()).toEqual(['level', 'method', 'ms', 'route', 'status', 'time']);
  });

  test('says where an error came from, but neither log nor answer quote its message', async () => {
    const { lines, stream } = logOf();
    const turn = () => {
      throw new RangeError(`no entry for ${SECRET}\n    at ${SECRET}`);
    };
    const app = createServer(fakePorts({ settings: settings({ logLevel: 'trace' }), turn }), stream);
    const response = await app.inject({ method: 'POST', url: '/api/messages', payload: { text: SECRET } });
    expect(response.statusCode).toBe(500);
    expect(response.json()).toMatchObject({ type: 'urn:madoguchi:problem:internal', status: 500 });
    expect(response.body).not.toMatch(/RangeError|123456789012| at /);
    const failure = lines.map((line) => JSON.parse(line)).find((line) => 'failure' in line);
    expect(failure.failure).toBe('RangeError');
    expect(failure.frames[0]).toContain('server.test.ts');
    expect(lines.join('\n')).not.toContain('123456789012');
  });
});
