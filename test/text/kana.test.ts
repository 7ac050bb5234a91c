import { expect, it } from 'vitest';
import { hasJapanese, hasKanji, toHiragana, toKatakana } from '../../src/text/kana.ts';

it.each([
  ['ほけんしょう', 'ホケンショウ'],
  ['ぁゖ', 'ァヶ'],
  ['ゔぃざ', 'ヴィザ'],
  ['かーど', 'カード'],
])('%s and %s', (hiragana, katakana) => {
  expect(toKatakana(hiragana)).toBe(katakana);
  expect(toHiragana(katakana)).toBe(hiragana);
});

it('leaves what has no twin: kanji, long mark, letters, ヷ, iteration marks', () => {
  for (const other of ['保険証', 'ー', 'card 12', 'ヷ', '々', '・']) {
    expect(toHiragana(other)).toBe(other);
    expect(toKatakana(other)).toBe(other);
  }
});

it.each([
  ['card', false, false, 'Latin letters'],
  ['12-34!', false, false, 'digits and signs'],
  ['한국어', false, false, 'another script'],
  ['😀', false, false, 'an emoji'],
  ['a あ', true, false, 'one hiragana letter is enough'],
  ['カード', true, false, 'katakana'],
  ['証', true, true, 'kanji'],
  ['人々', true, true, 'with the iteration mark'],
  ['𠮟る', true, true, 'kanji beyond the basic plane'],
  ['', false, false, 'nothing'],
])('%s: Japanese %s, kanji %s (%s)', (text, japanese, kanji) => {
  expect(hasJapanese(text)).toBe(japanese);
  expect(hasKanji(text)).toBe(kanji);
});
