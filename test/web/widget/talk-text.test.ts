import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownWords } from '../../../bots/web/widget/talk/own-words.ts';
import { paragraph, runs, words } from '../../../bots/web/widget/talk/text.ts';
import { languageOf } from '../../../bots/web/widget/talk/text-language.ts';
import { shown, VIEW } from './talk-fakes.ts';

const WITH_FURIGANA = { ...VIEW, furigana: true };
/** 資格確認書を and なくした, typeset as the server does. */
const TYPESET = '\ufff9資格確認書\ufffaしかくかくにんしょ\ufffbを\u200bなくした';

describe('a typeset text', () => {
  test('has its readings where they are wanted, for eyes only, with brackets where ruby is not known', () => {
    expect(shown(runs(TYPESET, WITH_FURIGANA))).toBe(
      '<ruby>資格確認書<rp aria-hidden="true">(</rp><rt aria-hidden="true">しかくかくにんしょ</rt><rp aria-hidden="true">)</rp></ruby>を<wbr />なくした',
    );
  });

  test('is the bare words where they are not', () => {
    expect(shown(runs(TYPESET, VIEW))).toBe('資格確認書を<wbr />なくした');
  });

  test('breaks between its phrases only, and others where the browser sees fit', () => {
    expect(shown(paragraph(TYPESET, VIEW))).toContain('class=plain phrased');
    expect(shown(paragraph('なくした', VIEW))).toContain('class=plain auto');
  });

  test('keeps telephone numbers and web addresses to follow', () => {
    const text = '\ufff9窓口\ufffaまどぐち\ufffbは\u200b027-321-1235です。\u200bhttps://www.city.example/へ';
    for (const view of [VIEW, WITH_FURIGANA]) {
      const seen = shown(runs(text, view));
      expect(seen).toContain('<a href=tel:0273211235>027-321-1235</a>');
      expect(seen).toContain('<a href=https://www.city.example/ target="_blank" rel="noopener noreferrer"');
    }
  });

  test('makes three digits a number to call only where everything is about calling', () => {
    expect(shown(runs('110番へ', VIEW))).toBe('110番へ');
    expect(shown(runs('110番へ', VIEW, { isUrgent: true }))).toBe('<a href=tel:110>110</a>番へ');
    expect(shown(runs('110番へ', VIEW, { isUrgent: true, hasLinks: false }))).toBe('110番へ');
  });

  test('can only lead to the web or a telephone, whatever is written in it', () => {
    const piece = fc.constantFrom(
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a.example/',
      '"><img',
      '#8008',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 6 }), (parts) => {
        const hrefs = [...shown(runs(parts.join(' '), VIEW)).matchAll(/<a href=(\S*)/g)].map(
          ([, href]) => href,
        );
        expect(hrefs.filter((href) => !/^(?:https?:\/\/|tel:)/.test(href!))).toEqual([]);
      }),
    );
  });

  test('of the widget takes its readings from the table of the language', () => {
    const view = {
      ...WITH_FURIGANA,
      typeset: (text: string) => (text === '回答' ? '\ufff9回答\ufffaかいとう\ufffb' : text),
    };
    expect(shown(words('回答', view))).toContain('<rt aria-hidden="true">かいとう</rt>');
    expect(shown(words('送信', view))).toBe('送信');
  });
});

describe('own words', () => {
  test.each([
    ['右から左\u202e逆', '右から左逆'],
    ['資格\u200b確認\ufeff書', '資格確認書'],
    ['\u2066隔離\u2069', '隔離'],
    ['\ufff9親\ufffaルビ\ufffb', '親ルビ'],
    ['鳴る\u0007\u001b[31m', '鳴る[31m'],
    ['一行目\n二行目\tまで', '一行目\n二行目\tまで'],
    ['👨‍👩‍👧家族', '👨‍👩‍👧家族'],
    ['<b>x</b>', '<b>x</b>'],
  ])('%j are shown as %j', (typed, seen) => {
    expect(ownWords(typed)).toBe(seen);
  });
});

describe('the language to read a text in', () => {
  test.each([
    ['資格確認書をなくした', 'ja'],
    ['DV・虐待などの支援措置', 'ja'],
    ['マイナポータル(https://myna.go.jp/)で', 'ja'],
    ['Ask at Takasaki City Hall (高崎市役所).', 'en'],
    ['Menu', 'en'],
    ['027-321-1235', undefined],
    ['', undefined],
  ])('%s: %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
