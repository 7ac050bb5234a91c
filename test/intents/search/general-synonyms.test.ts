import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../src/intents/keys.ts';
import {
  type GeneralSynonyms,
  generalSynonyms,
  loadGeneralSynonyms,
} from '../../../src/intents/search/general-synonyms.ts';

const group = (id: string, ...words: readonly string[]) => ({
  id,
  items: words.map((midashi) => ({ midashi, expandControl: 0 })),
});

describe('folding', () => {
  const synonyms = generalSynonyms([
    group('move', '引っ越し', '引越し', '引っ越す', '転居'),
    group('park', 'パーキング', 'ﾊﾟｰｷﾝｸﾞ', 'ＰＡＲＫＩＮＧ', '駐車場'),
    group('reader', 'リーダー', 'リーダ'),
    group('signs', 'ー', 'あい', ''),
  ]);

  it.each<[string, readonly string[] | undefined, string]>([
    ['引越', ['move'], 'spellings of one word meet'],
    ['転居', ['move'], 'another word of the group'],
    ['パーキング', ['park'], 'half-width kana'],
    ['parking', ['park'], 'full-width capitals'],
    ['リーダ', ['reader'], 'a final long mark is dropped'],
    ['アイ', ['signs'], 'hiragana is katakana'],
    ['', undefined, 'nothing is no word'],
    ['引っ越し', undefined, 'only folded keys are known'],
  ])('%j: %j (%s)', (key, groups) => expect(synonyms.get(key)).toEqual(groups));
});

describe('left out', () => {
  const crowd = (count: number) => Array.from({ length: count }, (_, i) => group(`g${i}`, '物', `物品${i}`));

  it('a word of four groups, but neither one of three nor the other words', () => {
    expect(generalSynonyms(crowd(3)).get('物')).toEqual(['g0', 'g1', 'g2']);
    expect(generalSynonyms(crowd(4)).get('物')).toBeUndefined();
    expect(generalSynonyms(crowd(4)).get('物品3')).toEqual(['g3']);
  });

  it('a word that its editors never expand, but not one they expand one way', () => {
    const items = ['車', '自動車', 'カー'].map((midashi, expandControl) => ({ midashi, expandControl }));
    expect([...generalSynonyms([{ id: 'car', items }]).keys()]).toEqual(['車', '自動車']);
  });

  it('an empty dictionary is empty', () => expect(generalSynonyms([]).size).toBe(0));
});

describe('the Sudachi dictionary', () => {
  let synonyms: GeneralSynonyms;
  beforeAll(async () => {
    synonyms = await loadGeneralSynonyms();
  });

  it.each([
    ['引っ越し', '転居'],
    ['値段', '価格'],
    ['医者', '医師'],
    ['葬式', '葬儀'],
    ['結婚', '婚姻'],
    ['図書館', 'ライブラリー'],
    ['スマホ', 'スマートフォン'],
  ])('%s and %s share a group', (one, other) => {
    expect(synonyms.get(fold(one))).toEqual(expect.arrayContaining([...synonyms.get(fold(other))!]));
  });

  it('has many words, each of one to three groups', () => {
    expect(synonyms.size).toBeGreaterThan(10_000);
    expect([...synonyms].filter(([key, ids]) => key === '' || ids.length < 1 || ids.length > 3)).toEqual([]);
  });
});
