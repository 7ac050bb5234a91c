import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../src/staff/source-text.ts';

const mainOf = (html: string) => textOfHtml(html)?.main;

describe('the main text of a page', () => {
  it('is a line for each block, in one width and with single spaces', () => {
    const html =
      '<body><h1>資格確認書</h1><p>令和８年８月１日\n   から<b>届</b>きます。<br>ｶｰﾄﾞ&amp;紙</p></body>';
    expect(mainOf(html)).toEqual(['資格確認書', '令和8年8月1日 から届きます。', 'カード&紙']);
  });

  it.each([
    ['its <main>', '<header>市</header><main><header><h1>題</h1></header>本文<aside>おすすめ</aside></main>'],
    ['what has the role', '<div id=contents>市の案内<div role="main"><h1>題</h1>本文</div></div>'],
    [
      'what is called so by the system of a city',
      '<div id="tmp_contents"><h1>題</h1>本文</div><div>市</div>',
    ],
    [
      'the longest that is called so',
      '<a id="main"></a><div id="main">市</div><div id="Contents"><h1>題</h1>本文</div>',
    ],
  ])('is %s', (_what, html) =>
    expect(mainOf(`<body>${html}<footer>住所</footer></body>`)).toEqual(['題', '本文']),
  );

  it('is everything but navigation where the page does not say', () => {
    const html = `<html><head><title>市</title><style>p{}</style></head><body>
      <header><img alt="市">市のロゴ</header><nav>メニュー</nav><div class="l-box pankuzu">トップ &gt; 国保</div>
      <article><header><h1>題</h1></header>本文</article><p>続き</p>
      <div role="complementary">おすすめ</div><footer>住所</footer></body></html>`;
    expect(mainOf(html)).toEqual(['題', '本文', '続き']);
  });

  it.each([
    ['scripts and what they show instead', '<script>var a = "<p>x</p>"</script><noscript>x</noscript>'],
    [
      'what is hidden',
      '<p hidden>x</p><p aria-hidden="true">x</p><p style="color:red; display : none">x</p>',
    ],
    ['what is typed or pressed', '<select><option>x</select><button>x</button><textarea>x</textarea>'],
    ['comments', '<!-- x -->'],
    ['readings beside words', '<ruby>届<rp>(</rp><rt>とど</rt><rp>)</rp></ruby>きます'],
  ])('leaves out %s', (_what, html) =>
    expect(mainOf(`<main>本文<div>${html}</div></main>`)?.join('').replace('届きます', '')).toBe('本文'),
  );

  it('keeps a page that one form holds altogether', () =>
    expect(mainOf('<body><form action="/"><main><p>本文</p></main></form></body>')).toEqual(['本文']));

  it('is not lost where elements are never closed, or closed twice', () =>
    expect(mainOf('<main><p>一<p>二</div></main></p>三<ul><li>四<li>五')).toEqual(['一', '二']));

  it('is not lost where the head is never closed, as HTML allows', () =>
    expect(mainOf('<html><head><title>市</title><meta charset=utf-8><body><p>本文')).toEqual(['本文']));

  it('is nothing where there is nothing to read', () =>
    expect(mainOf('<body><div id="app"></div><script src="app.js"></script></body>')).toEqual([]));
});

describe('rubbish', () => {
  it('nested deeper than browsers follow is not read, however long it is', () => {
    expect(textOfHtml('<div>'.repeat(500_000))).toBeUndefined();
    expect(textOfHtml('<a><p>'.repeat(500_000))).toBeUndefined();
    expect(mainOf(`${'<div>'.repeat(900)}本文`)).toEqual(['本文']);
  });

  it('of any other kind gives some text', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '<p',
      '<main>',
      '</main>',
      '"',
      '=',
      '&',
      '&#x',
      '<!--',
      '<![CDATA[',
      '本',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
        const { main, whole } = textOfHtml(parts.join(''))!;
        expect([...main, ...whole].every((line) => line.trim() === line && line !== '')).toBe(true);
      }),
    );
  });
});
