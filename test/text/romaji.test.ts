import { describe, expect, it } from 'vitest';
import { romajiToKana } from '../../src/text/romaji.ts';

describe('both spellings', () => {
  it.each([
    ['hokensho', 'hokensyo', 'ほけんしょ'],
    ['shinsei', 'sinsei', 'しんせい'],
    ['shisho', 'sisyo', 'ししょ'],
    ['chousa', 'tyousa', 'ちょうさ'],
    ['tsuuchi', 'tuuti', 'つうち'],
    ['fuyou', 'huyou', 'ふよう'],
    ['jushin', 'zyusin', 'じゅしん'],
    ['jimusho', 'zimusyo', 'じむしょ'],
  ])('Hepburn %s, Kunrei %s: %s', (hepburn, kunrei, kana) => {
    expect(romajiToKana(hepburn)).toBe(kana);
    expect(romajiToKana(kunrei)).toBe(kana);
  });
});

describe('what the tables leave to the writer', () => {
  it.each([
    ['gakkou', 'がっこう', 'a doubled consonant'],
    ['matchi', 'まっち', 'the Hepburn double of ch'],
    ['honnin', 'ほんにん', 'ん before n'],
    ['tennyuu', 'てんにゅう', 'ん before ny'],
    ["kin'en", 'きんえん', 'the apostrophe after ん'],
    ['kempo', 'けんぽ', 'ん before p in the older spelling'],
    ['shimbun', 'しんぶん', 'and before b'],
    ['kaado', 'かあど', 'a long vowel written twice'],
    ['ka-do', 'かーど', 'or with a dash'],
    ['ryōyōhi', 'りょうようひ', 'or with a bar'],
    ['tsūchi', 'つうち', 'or with a bar over u'],
    ['hokensho nakushita', 'ほけんしょなくした', 'words run together, as Japanese does'],
    ['hokensho wo nakushita. dou shitara ii?', 'ほけんしょをなくしたどうしたらいい', 'punctuation goes'],
    ['hokensho no card ga nai', 'ほけんしょのcardがない', 'an English word among them stays'],
  ])('%s: %s (%s)', (romaji, kana) => expect(romajiToKana(romaji)).toBe(kana));
});

describe('English is not romaji', () => {
  it.each([
    ['my card is lost', 'no word of it reads'],
    ['how do i use this', 'do, i and use are English too'],
    ['can i make a name', 'nor do short words that could be both prove anything'],
    ['take me home', 'each word reads as syllables by chance'],
    ['is here the date', ''],
    ['insurance', ''],
    ['what should i do', ''],
    ['hospital', ''],
    ['12-34', 'no word at all'],
    ['', 'nothing'],
    ['xyz qqq', 'no language'],
  ])('%s (%s)', (english) => expect(romajiToKana(english)).toBeUndefined());
});
