import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';

describe('spellings of one text meet', () => {
  it.each([
    ['ﾎｹﾝｼｮｳ', 'ホケンショウ', 'half-width kana'],
    ['ｶﾞ ﾊﾟ', 'ガ パ', 'half-width kana with their sound marks'],
    ['か\u3099', 'が', 'a sound mark of its own (names of files on a Mac)'],
    ['か\u200b\u3099', 'が', 'the same with an invisible character between'],
    ['ＤＶ　１２桁', 'dv 12桁', 'full-width letters, digits and space'],
    ['㍻３１年', '平成31年', 'the era as one character'],
    ['保\u200b険\u00ad証\ufeff', '保険証', 'zero-width characters'],
    ['\u202e保険証\u202c', '保険証', 'direction marks'],
    ['葛\u{e0100}城市', '葛城市', 'the selector of a variant form of a kanji'],
    ['保険証\u0000\u0007なくした', '保険証 なくした', 'control characters separate words'],
    ['保険証\r\n\tなくした', '保険証 なくした', 'so do line breaks'],
    ['0984‐23−0116', '0984-23-0116', 'every dash'],
    ['１〜３か月、1～3か月', '1~3か月、1~3か月', 'every wave'],
    ['isn’t', "isn't", 'the apostrophe of a phone'],
    ['  My  Number ', 'my number', 'spaces and capitals'],
    ['J\u030c', '\u01f0', 'a letter that only exists composed in lower case'],
    ['カードリーダー', 'カードリーダー', 'the long mark is no dash'],
  ])('%j: %j (%s)', (typed, normal) => expect(normalise(typed)).toBe(normal));
});

it.each([['\ud83d'], ['\ude00'], ['a\ude00\ud83d']])('a lone surrogate becomes U+FFFD: %j', (typed) => {
  expect(normalise(typed)).toContain('\ufffd');
  expect(normalise(typed).isWellFormed()).toBe(true);
});

it('keeps an emoji whole', () => expect(normalise('😀')).toBe('😀'));

it.each([[''], [' \n\u3000'], ['\u200b\u2060']])('nothing visible is nothing: %j', (typed) =>
  expect(normalise(typed)).toBe(''),
);
