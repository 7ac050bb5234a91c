import { describe, expect, it } from 'vitest';
import { readPage, type SentPage } from '../../src/staff/index.ts';
import { isoDate } from '../../src/text/index.ts';

const TODAY = isoDate('2026-11-22')!;
const HTML = '<main><h1>題</h1><p>本文、カード。</p></main>';

function sent(content: string, over: Partial<SentPage> = {}): SentPage {
  const bytes = new TextEncoder().encode(content);
  return { bytes, contentType: 'text/html', etag: null, lastModified: null, servedAt: null, ...over };
}
const hashOf = async (content: string, over?: Partial<SentPage>) =>
  (await readPage(sent(content, over), TODAY))?.hash;

describe('the hash of a page', () => {
  it.each([
    [
      'only its markup is other',
      '<body><nav>市</nav><main><h2>題</h2><div>本文、<b>カード</b>。</div></main>',
    ],
    ['only its lines break elsewhere', '<main><h1>題</h1>\r\n\r\n<p>本文、<br>  カード。</p></main>'],
    ['only the width of its letters is other', '<main><h1>題</h1><p>本文、ｶｰﾄﾞ。</p></main>'],
    [
      'only its menu or its script is other',
      `<header>お知らせ</header><script>Math.random()</script>${HTML}`,
    ],
    [
      'only its date of update is other',
      '<main><h1>題</h1><p>更新日:2026年11月22日</p><p>本文、カード。</p></main>',
    ],
  ])('is the same where %s', async (_what, html) => expect(await hashOf(html)).toBe(await hashOf(HTML)));

  it.each([
    ['a letter', HTML.replace('カード', 'カート')],
    ['a sentence', HTML.replace('。', '。7月31日まで。')],
  ])('is another with another %s', async (_what, html) =>
    expect(await hashOf(html)).not.toBe(await hashOf(HTML)),
  );

  it('is the same in another character set', async () => {
    const bytes = Uint8Array.from([0x3c, 0x70, 0x3e, 0x91, 0xe8]);
    expect(await hashOf('', { bytes, contentType: 'text/html; charset=shift_jis' })).toBe(
      await hashOf('<p>題'),
    );
  });

  it('is of the bytes where it is a PDF, whatever the server calls it', async () => {
    const pdf = '%PDF-1.7 <p>a</p> /ModDate (D:20241105)';
    expect(await hashOf(pdf)).toBe(await hashOf(pdf, { contentType: 'application/pdf' }));
    expect(await hashOf(pdf.replace('<p>a', '<p> a'))).not.toBe(await hashOf(pdf));
  });

  it('is of the lines of a plain text, and of the bytes of anything else', async () => {
    const text = { contentType: 'text/plain' };
    expect(await hashOf('一\n\n二', text)).toBe(await hashOf('一 二\r\n', text));
    const sheet = { contentType: 'application/vnd.ms-excel' };
    expect(await hashOf('一\n\n二', sheet)).not.toBe(await hashOf('一 二\r\n', sheet));
  });
});

describe('what cannot be read', () => {
  it.each([
    ['an empty page', '', 'text/html'],
    ['a page that only a script fills', '<div id="app"></div><script>run()</script>', 'text/html'],
    ['an empty file', '', 'application/pdf'],
    ['a page nested without end', '<div>'.repeat(2_000), 'text/html'],
  ])('is said to be so, rather than to be unchanged for ever: %s', async (_what, content, contentType) =>
    expect(await readPage(sent(content, { contentType }), TODAY)).toBeUndefined(),
  );
});

describe('what is kept beside the hash', () => {
  const headers = {
    etag: '"5"',
    lastModified: 'Mon, 04 Nov 2024 15:00:00 GMT',
    servedAt: 'Sun, 22 Nov 2026 01:00:00 GMT',
  };

  it('is what the server needs to compare, and its date where the page has none', async () =>
    expect(await readPage(sent(HTML, headers), TODAY)).toMatchObject({
      etag: '"5"',
      lastModified: headers.lastModified,
      updated: { date: '2024-11-05', by: 'server' },
    }));

  it('is the date of the page itself where it has one', async () => {
    const page = sent(`${HTML}<p>更新日：2026年11月1日</p>`, headers);
    expect(await readPage(page, TODAY)).toMatchObject({ updated: { date: '2026-11-01', by: 'page' } });
    const pdf = sent('%PDF-1.7 /ModDate (D:20261101)', headers);
    expect(await readPage(pdf, TODAY)).toMatchObject({ updated: { date: '2026-11-01', by: 'page' } });
  });
});
