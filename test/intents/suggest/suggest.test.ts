import { describe, expect, it } from 'vitest';
import { createSuggester, indexPhrasings, type Suggestion } from '../../../src/intents/suggest/suggest.ts';
import { toHiragana } from '../../../src/text/index.ts';

const READINGS: Readonly<Record<string, string>> = {
  保険証: 'ほけんしょう',
  保健証: 'ほけんしょう',
  紛失: 'ふんしつ',
  期限: 'きげん',
  資格確認書: 'しかくかくにんしょ',
};
const inKana = (text: string) =>
  toHiragana(
    Object.entries(READINGS).reduce((kana, [kanji, reading]) => kana.replaceAll(kanji, reading), text),
  );
const suggester = (phrasings: readonly Suggestion[], official: readonly string[] = []) =>
  createSuggester(indexPhrasings(phrasings, inKana, official), inKana);
const suggest = suggester([
  { entry: 'legacy-lost', text: '保険証 紛失' },
  { entry: 'legacy-lost', text: '保険証をなくした' },
  { entry: 'legacy-validity', text: '保険証の期限' },
  { entry: 'certificate-lost', text: '資格確認書をなくした' },
  { entry: 'dv-support', text: 'DV 支援措置' },
  { entry: 'english', text: 'I lost my card' },
]);
const entries = (typed: string) => suggest(typed).map(({ entry }) => entry);

describe('what is typed finds', () => {
  it.each([
    ['ほけんしょ', ['legacy-lost', 'legacy-validity'], 'the reading, before it is converted'],
    ['ホケンショ', ['legacy-lost', 'legacy-validity'], 'in katakana'],
    ['ﾎｹﾝｼｮ', ['legacy-lost', 'legacy-validity'], 'of half width'],
    ['ほけんしよ', ['legacy-lost', 'legacy-validity'], 'with a large よ'],
    ['ほけんしょw', ['legacy-lost', 'legacy-validity'], 'while を is being typed'],
    ['ほけんしょのｋ', ['legacy-validity'], 'the row of the next kana tells, きげん'],
    ['保険', ['legacy-lost', 'legacy-validity'], 'the beginning as written'],
    ['保健証', ['legacy-lost', 'legacy-validity'], 'kanji that are read the same'],
    ['期限 保険証', ['legacy-validity'], 'words in another order'],
    ['しかくかく', ['certificate-lost'], 'another beginning'],
    ['資格確任書', ['certificate-lost'], 'one wrong kanji'],
    ['hokensh', ['legacy-lost', 'legacy-validity'], 'romaji'],
    ['I LOST', ['english'], 'whatever the case'],
    ['DV', ['dv-support'], 'Latin letters of a Japanese phrasing'],
  ])('%s: %j (%s)', (typed, found) => expect(entries(typed)).toEqual(found));

  it.each([['なくした'], ['ナクシタ']])('%s in the middle', (typed) => {
    expect(entries(typed)).toEqual(expect.arrayContaining(['legacy-lost', 'certificate-lost']));
  });
});

it('one suggestion an entry, the shortest that begins so', () => {
  expect(suggest('保険証').filter(({ entry }) => entry === 'legacy-lost')).toEqual([
    { entry: 'legacy-lost', text: '保険証 紛失' },
  ]);
});

describe('of the phrasings of an entry is shown', () => {
  const shown = (texts: readonly string[], typed: string, official: readonly string[] = []) =>
    suggester(
      texts.map((text) => ({ entry: 'e', text })),
      official,
    )(typed).map(({ text }) => text);

  it('the one that has what is typed', () => {
    expect(shown(['保険証の期限', '保険証 紛失'], '紛失')).toEqual(['保険証 紛失']);
  });

  it('one that is spelt as the desk spells', () => {
    const texts = ['保健証をなくした', '古い保険証をなくした'];
    expect(shown(texts, 'ほけんしょを', ['古い保険証をなくしたときは'])).toEqual(['古い保険証をなくした']);
  });

  it('a short one, though only the story says it in these words', () => {
    const story = `財布ごと落としてしまい、${'困っています。'.repeat(5)}`;
    expect(shown([story, '保険証 紛失'], '財布')).toEqual(['保険証 紛失']);
  });

  it('no English for what is typed in kana', () => {
    expect(shown(['maina', 'まいなんばーかーど'], 'まいな')).toEqual(['まいなんばーかーど']);
  });
});

describe('the entry comes first', () => {
  const first = (phrasings: readonly Suggestion[], typed: string) => suggester(phrasings)(typed)[0]?.entry;

  it('that begins so, before one that holds it', () => {
    const phrasings = [
      { entry: 'holds', text: '紛失した保険証' },
      { entry: 'begins', text: '保険証の再発行' },
    ];
    expect(first(phrasings, '保険証')).toBe('begins');
  });

  it('of which several phrasings say it', () => {
    const phrasings = [
      { entry: 'once', text: '期限はいつ' },
      { entry: 'once', text: '届かない' },
      { entry: 'often', text: '期限はどこ' },
      { entry: 'often', text: '期限を知る' },
    ];
    expect(first(phrasings, '期限')).toBe('often');
  });

  it('of the knowledge base, where nothing tells them apart', () => {
    const phrasings = ['b', 'a'].map((entry) => ({ entry, text: '保険証' }));
    expect(first(phrasings, '保険')).toBe('b');
  });
});

it('eight at most', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ entry: `e${i}`, text: `保険証 その${i}` }));
  expect(suggester(many)('保険証')).toHaveLength(8);
});

it.each([
  ['', 'nothing'],
  ['ほ', 'one letter begins too many questions'],
  ['  ほ ', 'spaces do not count'],
  ['\u200b\u200b', 'nor what is invisible'],
  ['zzzzzzzz', 'nothing like it'],
  ['今日の天気', 'nothing of ours'],
  ['(((', 'signs'],
  ['x'.repeat(5000), 'a text without end'],
  ['ﷺ'.repeat(300), 'one that grows when it is normalised'],
])('no suggestion: %.12s (%s)', (typed) => expect(suggest(typed)).toEqual([]));

it('no phrasings, no suggestions', () => expect(suggester([])('保険証')).toEqual([]));
