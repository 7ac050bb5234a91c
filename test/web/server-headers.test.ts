import { describe, expect, test } from 'vitest';
import { createServer } from '../../bots/web/server.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { fakePorts, settings } from './fake-ports.ts';

const app = createServer(fakePorts());
const get = (url: string, headers = {}) => app.inject({ url, headers });
const policyOf = (headers: Record<string, unknown>) => String(headers['content-security-policy']);

describe('a page', () => {
  const nonceIn = (text: string) => /'nonce-([0-9a-f]+)'/.exec(text)?.[1];

  test('runs the scripts that it names itself, by a nonce that is new each time', async () => {
    const pages = await Promise.all([get('/'), get('/')]);
    const nonces = pages.map(({ headers }) => nonceIn(/script-src [^;]+/.exec(policyOf(headers))![0]));
    expect(nonces[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    pages.forEach(({ body, headers }, place) => {
      const tags = body.match(/<script\b[^>]*>|<link rel="modulepreload"[^>]*>/g) ?? [];
      expect(tags.length).toBeGreaterThan(0);
      for (const tag of tags) expect(tag).toContain(`nonce="${nonces[place]}"`);
      expect(body).not.toContain('{nonce}');
      // Neither page nor nonce may come out of a cache.
      expect(headers['cache-control']).toBe('no-store');
    });
  });

  test.each(['/', '/calculator'])(
    '%s lets in nothing from elsewhere, and no style or script within it',
    async (url) => {
      const { body, headers } = await get(url);
      expect(policyOf(headers)).not.toMatch(/unsafe|https?:|\*/);
      expect(policyOf(headers)).toContain("frame-ancestors 'self'");
      expect(body).not.toMatch(
        /(?:src|href)="(?:https?:)?\/\/|\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/,
      );
    },
  );

  test('finds everything that it names, under a name of its own for each state of a file', async () => {
    const { body } = await get('/');
    const named = [...body.matchAll(/<(?:link|script)\b[^>]*(?:href|src)="([^"#]+)"/g)].map(
      ([, name]) => name!,
    );
    expect(named).toContain('widget.js');
    for (const name of named) {
      if (name !== 'widget.js') expect(name).toMatch(/^[\w-]+-[A-Z0-9]{8}\.(?:js|css|svg)$/);
      expect((await get(`/${name}`)).statusCode).toBe(200);
    }
  });
});

describe('every answer', () => {
  const URLS = [
    '/',
    '/widget.js',
    '/api/insurers',
    '/api/nowhere',
    '/api/docs',
    '/healthz',
    '/nowhere',
    '/%',
  ];

  test.each(URLS)('%s has a policy, no guess at its type, no referrer, and no cookie', async (url) => {
    const { headers } = await get(url);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(policyOf(headers)).toContain("default-src 'none'");
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('asks for no camera, microphone or place', async () => {
    expect((await get('/')).headers['permissions-policy']).toMatch(
      /camera=\(\).*microphone=\(\).*geolocation=\(\)/,
    );
  });

  test.each([
    [true, 'max-age=31536000'],
    [false, undefined],
  ])('tells browsers to keep to https only where the city has it: %s', async (isHttps, expected) => {
    const server = createServer(fakePorts({ settings: settings({ isHttps }) }));
    const { headers } = await server.inject({ url: '/' });
    expect(headers['strict-transport-security']).toBe(expected);
  });
});

describe('a file', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('comes compressed as the browser can read it: %s', async (accepted, encoding) => {
    const { statusCode, headers } = await get('/widget.js', { 'accept-encoding': accepted });
    expect(statusCode).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toContain('javascript');
    expect(headers.vary).toBe('Accept-Encoding');
  });

  test('under one name is asked for again after minutes, and costs nothing while it is the same', async () => {
    const { headers } = await get('/widget.js');
    expect(headers['cache-control']).toBe('public, max-age=300, stale-while-revalidate=600');
    const again = await get('/widget.js', { 'if-none-match': headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('with its hash in the name is kept for ever', async () => {
    const [name] = /site-[A-Z0-9]{8}\.css/.exec((await get('/')).body)!;
    expect((await get(`/${name}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/manifest.json', '/pages/index.html', '/widget.js.br', '/index.html', '/pages', '/pages/'])(
    'that is only for the server is not handed out: %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );
});

test('answers of the API come compressed', async () => {
  const text = 'とても長い答えです。'.repeat(200);
  const server = createServer(fakePorts({ suggest: () => [{ text, entry: 'a' }] }));
  const request = { url: '/api/suggest?q=ab', headers: { 'accept-encoding': 'br' } };
  const { headers } = await server.inject(request);
  expect(headers['content-encoding']).toBe('br');
});

test('in a rehearsal the pages count from the day that the bot takes for today, else from the clock', async () => {
  const asOf = '2027-08-01' as IsoDate;
  const rehearsal = createServer(fakePorts({ settings: settings({ asOf }) }));
  for (const url of ['/', '/calculator']) {
    expect((await rehearsal.inject(url)).body).toContain(
      '<meta name="madoguchi-as-of" content="2027-08-01">',
    );
    expect((await get(url)).body).not.toContain('madoguchi-as-of');
  }
});

test('a server without its pages says what to do', async () => {
  await expect(createServer(fakePorts({ staticRoot: '/nowhere' })).ready()).rejects.toThrow('npm run build');
});
