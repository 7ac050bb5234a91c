import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldKana, readTyped } from '../../../src/intents/suggest/typed-text.ts';

const inKana = (text: string) => text.replaceAll('保険', 'ほけん').replaceAll('再', 'さい');
const read = (typed: string) => readTyped(typed, inKana);

describe('kana that are typed for one another fold into one', () => {
  it.each([
    ['ほけんしよ', 'ほけんしょ', 'a small one typed large'],
    ['ホケンショ', 'ほけんしょ', 'katakana'],
    ['ほけんしょ', 'ほけんしょう', 'a long vowel left out'],
    ['まいなぽたる', 'マイナポータル', 'a long mark left out'],
    ['おあづけ', 'おあずけ', 'two that sound alike'],
    ['3ヶ月', '3か月', 'the small ke of months'],
    ['保険証、なくした?', '保険証 なくした', 'signs and spaces'],
  ])('%s = %s (%s)', (one, other) => expect(foldKana(one)).toBe(foldKana(other)));

  it.each([
    ['こう', 'こ', 'こう is the beginning of 更新, こ of 国保'],
    ['しか', 'しが', 'voiced ones are other words'],
  ])('%s is not %s (%s)', (one, other) => expect(foldKana(one)).not.toBe(foldKana(other)));
});

describe('letters that an input method has not converted yet', () => {
  it.each([
    ['ほけんしょw', 'ほけんしよ', 'わお', 'w'],
    ['ほけんしょｗ', 'ほけんしよ', 'わお', 'of full width'],
    ['再はっk', 'さいはつ', 'かきくけこ', 'the kana of the row may follow'],
    ['ほけn', 'ほけ', 'なにぬねのん', 'n may also stay alone'],
    ['しかくかくにんsh', 'しかくかくにん', 'し', 'two letters of one kana'],
    ['なくt', 'なく', 'たちつてと', 't'],
    ['まいなq', 'まいな', '', 'one that begins no kana is a slip'],
    ['ほけんしょ', 'ほけんしよ', '', 'none'],
  ])('%s: %s + [%s] (%s)', (typed, kana, next) => {
    const found = read(typed)!;
    expect(found.whole.kana).toBe(kana);
    expect([...found.next].sort()).toEqual([...next].sort());
  });

  it.each([
    ['支援DV', '支援dv', 'a word of consonants'],
    ['銀行ATM', '銀行atm', 'a word with a vowel'],
    ['支援 DV', '支援dv', 'a word apart'],
    ['マイナンバー12', 'まいなんば12', 'figures'],
  ])('%s stays %s (%s)', (typed, written) => expect(read(typed)!.whole.written).toBe(written));
});

describe('what is typed', () => {
  it('is read word by word', () => {
    expect(read('期限　保険')!.words).toEqual([
      { written: '期限', kana: '期限' },
      { written: '保険', kana: 'ほけん' },
    ]);
  });

  it.each([
    ['保険', true, false],
    ['hokensho', true, true],
    ['hokensh', true, true],
    ['lost my card', false, true],
    ['DV', false, true],
  ])('%s: Japanese %s, Latin %s', (typed, japanese, latin) => {
    expect(read(typed)).toMatchObject({ japanese, latin });
  });

  it('romaji is read before its last syllable is finished', () => {
    expect(read('hokensh')).toMatchObject({ whole: { written: 'hokensh', kana: 'ほけん' }, next: 'し' });
    expect(read('maina hokensho')!.whole.kana).toBe('まいなほけんしよ');
  });

  it.each([[''], ['ほ'], [' ほ '], ['\u200b\u200b']])('%j is too short', (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  it('is cut, and never more is read than the cut', () => {
    const longest = (text: string) => {
      expect(text.length).toBeLessThanOrEqual(60);
      return text;
    };
    const typed = fc.string({ unit: 'binary', maxLength: 500 });
    fc.assert(
      fc.property(typed, fc.constantFrom('', '保険', 'ﷺ'.repeat(100)), (text, before) => {
        readTyped(before + text, longest);
      }),
    );
  });
});
