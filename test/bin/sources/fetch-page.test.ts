import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Conditions, type FetchSettings, fetchPage } from '../../../bin/sources/fetch-page.ts';
import { userAgentOf } from '../../../bin/sources/user-agent.ts';
import { citySite, page, redirect, status } from './city-site.ts';

const NOTHING: Conditions = { etag: null, lastModified: null };
const MEGABYTE = Buffer.alloc(1024 * 1024, 'あ');
const failed = (why: string) => ({ kind: 'failed', why });

const site = citySite();
const fetched = (path: string, over: Partial<FetchSettings> = {}, conditions = NOTHING) =>
  fetchPage(site().url(path), conditions, { userAgent: 'Madoguchi/test', allowsPrivate: true, ...over });
const textOf = async (path: string) => {
  const answer = await fetched(path);
  return answer.kind === 'page' ? new TextDecoder().decode(answer.page.bytes) : answer;
};

describe('a page', () => {
  it('comes with what is needed to know it again', async () => {
    const headers = { etag: '"5"', 'last-modified': 'Sat, 01 Aug 2026 00:00:00 GMT' };
    site().pages.set('/a.html', page('本文', headers));
    expect(await fetched('/a.html')).toEqual({
      kind: 'page',
      address: site().url('/a.html'),
      page: {
        bytes: Buffer.from('本文'),
        contentType: 'text/html; charset=utf-8',
        etag: '"5"',
        lastModified: headers['last-modified'],
        servedAt: expect.stringMatching(/GMT$/),
      },
    });
  });

  it('is asked for by name, and where the program can be asked about', async () => {
    await fetched('/a.html', { userAgent: userAgentOf('https://bot.city.example.jp') });
    await fetched('/a.html', { userAgent: userAgentOf('https://窓口.example.jp/bot') });
    expect(site().requests.map(({ headers }) => headers['user-agent'])).toEqual([
      expect.stringMatching(/^Madoguchi\/[\d.]+ \(\+https:\/\/bot\.city\.example\.jp\/\)$/),
      expect.stringMatching(/^Madoguchi\/[\d.]+ \(\+https:\/\/xn--/),
    ]);
    expect(userAgentOf(undefined)).toMatch(/^Madoguchi\/[\d.]+$/);
  });

  it('is not sent again where the server knows that it is what it was', async () => {
    site().pages.set('/a.html', status(304));
    const known = { etag: '"5"', lastModified: 'Sat, 01 Aug 2026 00:00:00 GMT' };
    expect(await fetched('/a.html', {}, known)).toEqual({ kind: 'not-modified' });
    expect(site().requests[0]!.headers).toMatchObject({
      'if-none-match': known.etag,
      'if-modified-since': known.lastModified,
    });
    expect(await fetched('/a.html')).toEqual(failed('server-error'));
  });

  it('is unpacked', async () => {
    site().pages.set('/a.html', page(gzipSync('本文'), { 'content-encoding': 'gzip' }));
    expect(await textOf('/a.html')).toBe('本文');
  });

  it('that is broken off is not taken for a shorter one', async () => {
    site().pages.set('/a.html', (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('本文', () => response.destroy());
    });
    site().pages.set('/b.html', page(gzipSync(MEGABYTE).subarray(0, 500), { 'content-encoding': 'gzip' }));
    expect(await fetched('/a.html')).toEqual(failed('network'));
    expect(await fetched('/b.html')).toEqual(failed('unreadable'));
  });
});

describe('a page that is no longer there', () => {
  it.each([404, 410])('is gone by the status %i', async (code) => {
    site().pages.set('/a.html', status(code));
    expect(await fetched('/a.html')).toEqual({ kind: 'gone', why: 'not-found' });
  });

  it.each(['/', '/index.html', '/Default.aspx'])(
    'is gone where it leads to the front page %s',
    async (front) => {
      site().pages.set('/kokuho/a.html', redirect(front)).set(front, page('ようこそ'));
      expect(await fetched('/kokuho/a.html')).toEqual({ kind: 'gone', why: 'front-page' });
    },
  );

  it('is not gone where it was the front page itself, or only moved', async () => {
    site().pages.set('/', redirect('/index.html')).set('/index.html', page('ようこそ'));
    site()
      .pages.set('/a.html', redirect('/新しい/b.html', 301))
      .set(encodeURI('/新しい/b.html'), page('本文'));
    expect(await textOf('/')).toBe('ようこそ');
    expect(await fetched('/a.html')).toMatchObject({
      kind: 'page',
      address: site().url(encodeURI('/新しい/b.html')),
    });
  });
});

describe('redirects', () => {
  it('are followed five times, and not six', async () => {
    for (let i = 0; i < 6; i++) site().pages.set(`/${i}`, redirect(`/${i + 1}`));
    site().pages.set('/6', page('本文'));
    expect(await textOf('/1')).toBe('本文');
    expect(await fetched('/0')).toEqual(failed('redirects'));
  });

  it('in circles come to an end', async () => {
    site().pages.set('/a', redirect('/b')).set('/b', redirect('/a'));
    expect(await fetched('/a')).toEqual(failed('redirects'));
    expect(site().requests).toHaveLength(6);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://city.example.jp/',
    'data:text/html,x',
    'http://me:secret@city.example.jp/',
    'http://[/',
  ])('to %s are refused', async (location) => {
    site().pages.set('/a', redirect(location));
    expect(await fetched('/a')).toEqual(failed('bad-address'));
  });
});

describe('a private network', () => {
  it.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://2130706433',
    'http://0x7f.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
  ])('is never asked, however it is written: %s', async (host) => {
    const { port } = new URL(site().url('/'));
    const address = `${host}:${port}/a`;
    expect(await fetchPage(address, NOTHING, { userAgent: 'x' })).toEqual(failed('private-address'));
    expect(site().requests).toEqual([]);
  });
});

describe('trouble', () => {
  it.each([
    [403, 'refused'],
    [429, 'refused'],
    [500, 'server-error'],
    [503, 'server-error'],
    [204, 'server-error'],
  ])('of the status %i is %s', async (code, why) => {
    site().pages.set('/a', status(code));
    expect(await fetched('/a')).toEqual(failed(why));
  });

  it('more than 10 MB are not read to their end, whether the server says so, does not, or packs them', async () => {
    const huge = Buffer.concat(Array.from({ length: 20 }, () => MEGABYTE));
    site().pages.set('/said', page(huge));
    site().pages.set('/unsaid', (_request, response) => {
      const more = () => {
        while (response.write(MEGABYTE));
        response.once('drain', more);
      };
      more();
    });
    site().pages.set('/packed', page(gzipSync(huge), { 'content-encoding': 'gzip' }));
    for (const path of ['/said', '/unsaid', '/packed'])
      expect(await fetched(path)).toEqual(failed('too-large'));
  });

  it('a server that says nothing, or one letter at a time, is given up', async () => {
    site().pages.set('/silent', () => {});
    site().pages.set('/slow', (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 10);
      response.once('close', () => clearInterval(timer));
    });
    for (const path of ['/silent', '/slow']) {
      expect(await fetched(path, { timeoutMs: 200 })).toEqual(failed('timeout'));
    }
  });

  it('no connection, an unknown name, and what is no HTTP', async () => {
    const settings = { userAgent: 'x', allowsPrivate: true };
    expect(await fetchPage('http://127.0.0.1:1/', NOTHING, settings)).toEqual(failed('network'));
    expect(await fetchPage('http://nobody.invalid/', NOTHING, settings)).toEqual(failed('network'));
    site().pages.set('/a', (_request, response) => response.socket!.end('こんにちは'));
    expect(await fetched('/a')).toEqual(failed('network'));
  });

  it('compression that is none, or that nobody knows', async () => {
    site().pages.set('/gzip', page('本文', { 'content-encoding': 'gzip' }));
    site().pages.set('/br', page('本文', { 'content-encoding': 'br' }));
    site().pages.set('/own', page('本文', { 'content-encoding': 'own' }));
    for (const path of ['/gzip', '/br', '/own']) expect(await fetched(path)).toEqual(failed('unreadable'));
  });

  it('a program that stops waits for nothing, and takes nothing for a failure of the page', async () => {
    const stopping = new AbortController();
    site().pages.set('/a', () => stopping.abort());
    await expect(fetched('/a', { signal: stopping.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
