import { describe, expect, it } from 'vitest';
import { fold, keysOf } from '../../src/intents/keys.ts';
import type { Token } from '../../src/text/index.ts';

describe('fold', () => {
  it.each([
    ['引っ越す', '引越し', '引越'],
    ['ごみ', 'ゴミ', 'ゴミ'],
    ['カードリーダー', 'カードリーダ', 'カードリーダ'],
    ['届け出る', '届出', '届出'],
    ['atm', 'atm', 'atm'],
  ])('%s and %s meet as %s', (one, other, key) => {
    expect(fold(one)).toBe(key);
    expect(fold(other)).toBe(key);
  });

  it('keeps the long mark of a word with kanji', () => expect(fold('読取カード')).toBe('読取カード'));
});

describe('keysOf', () => {
  const token = (base: string, pos = '名詞', detail = '一般'): Token => ({
    surface: base,
    base,
    reading: '',
    pos,
    detail,
  });

  it.each([
    ['a noun and a verb say something', [token('保険'), token('紛失する', '動詞', '自立')], ['保険', '紛失']],
    ['particles and signs do not', [token('を', '助詞'), token('。', '記号'), token('た', '助動詞')], []],
    ['nor the words of asking', [token('教える', '動詞'), token('お願い'), token('方法')], []],
    ['nor those of politeness', [token('下さる', '動詞', '自立'), token('頂く', '動詞', '自立')], []],
    [
      'but words that would be folded to the same do',
      [token('下', '名詞'), token('頂', '名詞'), token('点く', '動詞', '自立')],
      ['下', '頂', '点'],
    ],
    [
      'a suffix in kana is silent, one in kanji speaks',
      [token('さん', '名詞', '接尾'), token('証', '名詞', '接尾')],
      ['証'],
    ],
    ['a number in digits is silent', [token('12', '名詞', '数')], []],
    ['punctuation that IPADIC takes for a noun', [token('??', '名詞', 'サ変接続')], []],
    ['order and repetition stay', [token('国保'), token('保険'), token('国保')], ['国保', '保険', '国保']],
  ])('%s', (_why, tokens, keys) => expect(keysOf(tokens)).toEqual(keys));
});
