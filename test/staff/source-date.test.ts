import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfDate, serverDate, statedDate, withoutStatedDates } from '../../src/staff/source-date.ts';
import { textOfHtml } from '../../src/staff/source-text.ts';
import { type IsoDate, isoDate } from '../../src/text/index.ts';

const TODAY = isoDate('2026-11-22')!;
const stated = (html: string) => statedDate(textOfHtml(html)!, TODAY);
const inMain = (html: string) => stated(`<main><h1>資格確認書</h1>${html}<p>本文</p></main>`);

describe('the date that a page states', () => {
  it.each([
    '<p>更新日:2024年11月5日</p>',
    '<p>更新日：２０２４年１１月５日</p>',
    '<p>最終更新日 令和6年11月5日</p>',
    '<p>最終更新日：令和６年１１月５日（火曜日）</p>',
    '<p>ページの最終更新日：令和6年(2024年)11月5日</p>',
    '<p>[更新日]R6.11.5</p>',
    '<p>【更新日】2024/11/05 10:30</p>',
    '<dl><dt>更新日</dt><dd>2024年11月5日</dd></dl>',
    '<p>ページ番号1001234　更新日　令和6年11月5日　印刷</p>',
    '<p>更新日時: 2024-11-05 9時30分</p>',
    '<p>二〇二四年十一月五日更新</p>',
    '<p>(2024年11月5日 更新)</p>',
    '<p>掲載日：2024年11月5日</p>',
    '<p>2024年11月5日掲載</p>',
    '<p>2021年4月1日掲載</p><p>最終更新：2024年11月5日</p>',
  ])('is read in %s', (html) => expect(inMain(html)).toBe('2024-11-05'));

  it.each([
    ['a rule', '<p>資格確認書は令和8年8月1日に更新します。</p>'],
    ['something else that is renewed', '<p>保険証の更新日：令和7年8月1日</p>'],
    ['a day without a year', '<p>更新日：毎年8月1日</p>'],
    ['no day of the calendar', '<p>更新日：2024年13月45日</p>'],
    ['no date at all', '<p>更新日：随時</p>'],
  ])('is not taken from %s', (_what, html) => expect(inMain(html)).toBeUndefined());

  it('stands outside of the main text too', () =>
    expect(stated('<main>本文</main><footer>最終更新日：2024年11月5日</footer>')).toBe('2024-11-05'));

  it.each([
    '<meta name="last-modified" content="2024-11-05">',
    '<meta property="article:modified_time" content="2024-11-04T23:30:00+00:00">',
    '<meta http-equiv="Last-Modified" content="Mon, 04 Nov 2024 15:00:00 GMT">',
    '<meta name="DCTERMS.modified" content="2024-11-05T08:00">',
    '<body><time itemprop="dateModified" datetime="2024-11-05T00:00:00+09:00">きのう</time>',
  ])('is a day in Japan in %s', (html) => expect(stated(html)).toBe('2024-11-05'));

  it('is the text’s before that of <meta>, which systems set by themselves', () =>
    expect(stated('<meta name="date" content="2026-11-22"><p>更新日：2024年11月5日</p>')).toBe('2024-11-05'));

  it('is none where <meta> holds anything else', () =>
    expect(
      stated('<meta name="date" content="yesterday"><meta name="lastmod" content="2024-99-99">'),
    ).toBeUndefined());
});

describe('the text without its dates', () => {
  const read = (html: string) => withoutStatedDates(textOfHtml(html)!.main).replace(/\s+/g, '');

  it('stays the same when the page is only stamped anew', () => {
    const page = (stamp: string) => `<main><h1>題</h1><p>${stamp}</p><p>本文、令和8年8月1日から。</p></main>`;
    const stamps = [
      '更新日：2024年11月5日',
      '更新日：2026年11月22日(日) 10時05分',
      '最終更新日 令和8年11月22日更新',
      '掲載日:R6.1.1',
    ];
    expect(new Set(stamps.map((stamp) => read(page(stamp))))).toEqual(
      new Set(['題本文、令和8年8月1日から。']),
    );
  });

  it('every day can be read in both calendars, and leaves nothing behind', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.boolean(), (day, isEra) => {
        const iso = day.toISOString().slice(0, 10) as IsoDate;
        const date = Temporal.PlainDate.from(iso);
        const western = `${date.year}年${date.month}月${date.day}日`;
        const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
          dateStyle: 'long',
          timeZone: 'UTC',
        }).format(day);
        const html = `<main>題<p>最終更新日：${isEra ? era : western}</p></main>`;
        expect(stated(html)).toBe(iso);
        expect(read(html)).toBe('題');
      }),
    );
  });
});

describe('the date of a PDF', () => {
  const bytes = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF`);

  it.each([
    ['its Info', "<< /CreationDate (D:20240101000000+09'00') /ModDate (D:20241105103000+09'00') >>"],
    ['its XMP', '<xmp:ModifyDate>2024-11-05T10:30:00+09:00</xmp:ModifyDate>'],
    ['the last of several', '/ModDate(D:20240101) /ModDate(D:20241105)'],
  ])('is read in %s', (_what, text) => expect(pdfDate(bytes(text))).toBe('2024-11-05'));

  it.each(['', '/ModDate (D:20249999)'])('is none in "%s"', (text) =>
    expect(pdfDate(bytes(text))).toBeUndefined(),
  );
});

describe('the date of a server', () => {
  const SERVED = 'Sun, 22 Nov 2026 01:00:00 GMT';

  it('is the day in Japan', () =>
    expect(serverDate('Mon, 04 Nov 2024 15:00:00 GMT', SERVED)).toBe('2024-11-05'));

  it('is none where the page was made for whoever asked', () =>
    expect(serverDate('Sun, 22 Nov 2026 00:59:59 GMT', SERVED)).toBeUndefined());

  it.each([null, 'yesterday'])('is none where the header is %s', (header) =>
    expect(serverDate(header, SERVED)).toBeUndefined(),
  );
});
