import { describe, expect, it } from 'vitest';
import { createSuggester, indexPhrasings } from '../../src/intents/suggest.ts';
import { toHiragana } from '../../src/text/index.ts';

const READINGS: Readonly<Record<string, string>> = {
  保険証: 'ほけんしょう',
  紛失: 'ふんしつ',
  期限: 'きげん',
  資格確認書: 'しかくかくにんしょ',
};
const inKana = (text: string) =>
  toHiragana(
    Object.entries(READINGS).reduce((kana, [kanji, reading]) => kana.replaceAll(kanji, reading), text),
  );
const suggest = createSuggester(
  indexPhrasings(
    [
      { entry: 'legacy-lost', text: '保険証 紛失' },
      { entry: 'legacy-lost', text: '保険証をなくした' },
      { entry: 'legacy-validity', text: '保険証の期限' },
      { entry: 'certificate-lost', text: '資格確認書をなくした' },
      { entry: 'english', text: 'I lost my card' },
    ],
    inKana,
  ),
);
const entries = (typed: string) => suggest(typed).map(({ entry }) => entry);

describe('what is typed finds', () => {
  it.each([
    ['ほけんしょ', ['legacy-lost', 'legacy-validity'], 'the reading, before it is converted'],
    ['ホケンショ', ['legacy-lost', 'legacy-validity'], 'in katakana'],
    ['ﾎｹﾝｼｮ', ['legacy-lost', 'legacy-validity'], 'of half width'],
    ['保険', ['legacy-lost', 'legacy-validity'], 'the beginning as written'],
    ['しかくかく', ['certificate-lost'], 'another beginning'],
    ['I LOST', ['english'], 'whatever the case'],
  ])('%s: %j (%s)', (typed, found) => expect(entries(typed)).toEqual(found));

  it.each([['なくした'], ['ナクシタ']])('%s in the middle', (typed) => {
    expect(entries(typed)).toEqual(expect.arrayContaining(['legacy-lost', 'certificate-lost']));
  });
});

it('one suggestion an entry, and it is the first that begins so', () => {
  expect(suggest('保険証').filter(({ entry }) => entry === 'legacy-lost')).toEqual([
    { entry: 'legacy-lost', text: '保険証 紛失' },
  ]);
});

it('eight at most', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ entry: `e${i}`, text: `保険証 その${i}` }));
  expect(createSuggester(indexPhrasings(many, inKana))('保険証')).toHaveLength(8);
});

it.each([
  ['', 'nothing'],
  ['ほ', 'one letter begins too many questions'],
  ['  ほ ', 'spaces do not count'],
  ['\u200b\u200b', 'nor what is invisible'],
  ['zzzzzzzz', 'nothing like it'],
  ['(((', 'signs'],
  ['x'.repeat(5000), 'a text without end'],
  ['ﷺ'.repeat(300), 'one that grows when it is normalised'],
])('no suggestion: %.12s (%s)', (typed) => expect(suggest(typed)).toEqual([]));
