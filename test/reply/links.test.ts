import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { japaneseDate, pieces, telHref, webHref } from '../../src/reply/index.ts';

const linksIn = (text: string, urgent = false) =>
  pieces(text, urgent).flatMap(({ href }) => (href === undefined ? [] : [href]));

describe('links in a text', () => {
  test.each([
    ['詳しくは https://www.city.example.jp/a?b=1#c。', ['https://www.city.example.jp/a?b=1#c']],
    ['(https://example.jp/)をご覧ください', ['https://example.jp/']],
    ['市民課(0984-23-0116)へ', ['tel:0984230116']],
    ['フリーダイヤル0120-95-0178、または#8008', ['tel:0120950178', 'tel:%238008']],
    ['番号は1234-5678-9012です', []],
    ['11番窓口、110円', []],
    ['javascript:alert(1)', []],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  test('three digits are a number to call in an urgent notice only', () => {
    expect(linksIn('すぐに110番か119番へ。', true)).toEqual(['tel:110', 'tel:119']);
    expect(linksIn('すぐに110番か119番へ。')).toEqual([]);
    expect(linksIn('1190円、0984-23-0110', true)).toEqual(['tel:0984230110']);
  });

  test('never change the text', () => {
    const part = fc.constantFrom('https://', 'a.jp', '。', '0984-23-0116', '#8008', '110', '\n', 'あ', '-');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (given, urgent) => {
        expect(
          pieces(given, urgent)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(given);
      }),
    );
  });
});

test('a source is linked only where its address is one of the web', () => {
  expect(webHref('https://example.jp/')).toBe('https://example.jp/');
  expect(webHref('javascript:alert(1)')).toBeUndefined();
  expect(webHref('data:text/html,x')).toBeUndefined();
  expect(webHref(undefined)).toBeUndefined();
});

test('dates and numbers are written as residents and telephones read them', () => {
  expect(japaneseDate('1956-11-01')).toBe('1956年11月1日');
  expect(telHref('0984-23-0116')).toBe('tel:0984230116');
});
