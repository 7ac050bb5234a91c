import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/intents/analysis.ts';
import { fitVocabulary, ngrams, type Vocabulary, vectorise } from '../../src/intents/features.ts';

const analysis = (over: Partial<Analysis>): Analysis => ({
  text: '',
  reading: '',
  keys: [],
  readings: [],
  synonyms: [],
  stems: [],
  japanese: true,
  ...over,
});

it.each([
  ['保険証', 2, ['保険', '険証']],
  ['保険', 2, ['保険']],
  ['保', 2, []],
  ['', 3, []],
])('the runs of %s by %i', (text, length, runs) => expect(ngrams(text, length)).toEqual(runs));

const doc = (source: number, over: Partial<Analysis>) => ({ source, analysis: analysis(over) });

/** `group term` of every feature, in the order of their indices. */
const namesOf = (index: Vocabulary['index']): readonly string[] =>
  [...index].flatMap(([group, terms]) => [...terms.keys()].map((term) => `${group} ${term}`));

describe('the vocabulary', () => {
  it('keeps what two texts have, drops what only one says', () => {
    const { index } = fitVocabulary([doc(0, { keys: ['保険', '犬'] }), doc(1, { keys: ['保険'] })]);
    expect(namesOf(index)).toEqual(['k 保険']);
  });

  it('counts a text and its copy in kana as one', () => {
    const { index } = fitVocabulary([doc(0, { keys: ['犬'] }), doc(0, { keys: ['犬'] })]);
    expect(namesOf(index)).toEqual([]);
  });

  it('tells the same term of two groups apart', () => {
    const both = { keys: ['atm'], stems: ['atm'], synonyms: ['atm'] };
    const { index } = fitVocabulary([doc(0, both), doc(1, both)]);
    expect(namesOf(index).toSorted()).toEqual(['k atm', 's atm', 'w atm']);
  });

  it('weighs a rare term more', () => {
    const { index, idf } = fitVocabulary([
      doc(0, { keys: ['保険', '紛失'] }),
      doc(1, { keys: ['保険', '紛失'] }),
      doc(2, { keys: ['保険'] }),
    ]);
    const keys = index.get('k')!;
    expect(idf[keys.get('紛失')!]!).toBeGreaterThan(idf[keys.get('保険')!]!);
  });

  it('takes no runs of Japanese characters and readings from English', () => {
    const english = { text: 'lostcard', reading: 'lostcard', stems: ['lost', 'card'], japanese: false };
    const { index } = fitVocabulary([doc(0, english), doc(1, english)]);
    expect(namesOf(index).filter((name) => /^[cr]\d /.test(name))).toEqual([]);
    expect(index.get('w')!.has('lost')).toBe(true);
  });
});

describe('vectorise', () => {
  const texts = [
    { text: '保険証紛失', reading: 'ホケンショウフンシツ', keys: ['保険', '紛失'], synonyms: ['lose'] },
    {
      text: '保険証再発行',
      reading: 'ホケンショウサイハッコウ',
      keys: ['保険', '再発行'],
      synonyms: ['lose'],
    },
  ];
  const vocabulary = fitVocabulary(texts.map((text, i) => doc(i, text)));
  const names = namesOf(vocabulary.index);
  const normOf = (vector: ReturnType<typeof vectorise>, group: string) =>
    Math.hypot(...vector.values.filter((_, i) => names[vector.indices[i]!]!.startsWith(`${group} `)));

  it.each([
    ['c2', 0.7],
    ['c3', 1],
    ['r3', 1],
    ['r4', 0.7],
    ['k', 1.5],
    ['s', 1],
  ])('the group %s has the length %d, however long the text is', (group, weight) => {
    expect(normOf(vectorise(analysis(texts[0]!), vocabulary), group)).toBeCloseTo(weight, 5);
  });

  it('leaves out what it has never seen', () => {
    const known = vectorise(analysis({ keys: ['保険'] }), vocabulary);
    const more = vectorise(analysis({ keys: ['保険', '天気'] }), vocabulary);
    expect(more).toEqual(known);
  });

  it('is empty for a text of unknown words', () => {
    const { indices, values } = vectorise(analysis({ text: '天気', keys: ['天気'] }), vocabulary);
    expect([indices.length, values.length]).toEqual([0, 0]);
  });

  it('a word said twice weighs more than one said once, but not twice as much', () => {
    const vocabularyOfTwo = fitVocabulary([
      doc(0, { keys: ['国保', '会社'] }),
      doc(1, { keys: ['国保', '会社'] }),
    ]);
    const [twice, once] = vectorise(analysis({ keys: ['国保', '国保', '会社'] }), vocabularyOfTwo).values;
    expect(twice! / once!).toBeCloseTo(1 + Math.log(2), 5);
  });
});
