import { describe, expect, test } from 'vitest';
import { createKnowledge, knowledgeBaseSchema } from '../../src/knowledge/index.ts';
import { createLookup, pasteText } from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { answer, entry, smallBase } from '../fixtures/knowledge.ts';

const TODAY = '2026-11-22' as IsoDate;
const base = smallBase();
base.entries = {
  lost: entry('紛失', [
    answer('北市の窓口へ。', { insurer: 'north' }),
    answer('昔の答え。', { insurer: 'south', until: '2025-09-30' }),
    answer('今の答え。', { insurer: 'south', from: '2025-10-01' }),
    answer('どこでも同じ。'),
  ]),
  moved: {
    ...entry('転居', [
      answer('前だけの答え。', { insurer: 'south', until: '2024-12-01' }),
      answer('転居です。'),
    ]),
    category: 'basics',
    owner: '国保係',
  },
};
const knowledge = createKnowledge(knowledgeBaseSchema.parse(base));
const lookup = createLookup(knowledge, () => ['moved', 'lost', 'gone']);

describe('looking up', () => {
  test('without a text lists everything, in the order of the knowledge base', () => {
    expect(lookup({ text: ' ', asOf: TODAY }).map((found) => found.entry)).toEqual(['lost', 'moved']);
  });

  test('keeps the order of the search, and passes over what is no longer there', () => {
    expect(lookup({ text: '引っ越し', asOf: TODAY }).map((found) => found.entry)).toEqual(['moved', 'lost']);
  });

  test('shows the insurers side by side, each with the answer of that day', () => {
    const texts = (asOf: string) =>
      lookup({ text: '', asOf: asOf as IsoDate })[0]!.answers.map(
        ({ insurerName, text }) => `${insurerName}: ${text}`,
      );
    expect(texts(TODAY)).toEqual(['北市: 北市の窓口へ。', '南市: 今の答え。', '全国共通: どこでも同じ。']);
    expect(texts('2025-09-01')).toContain('南市: 昔の答え。');
  });

  test('of one insurer never shows another’s answer, and what holds nationwide only where it has none', () => {
    const of = (insurer: string) =>
      lookup({ text: '', asOf: TODAY, insurer }).map(({ answers }) => answers.map(({ text }) => text));
    expect(of('north')).toEqual([['北市の窓口へ。'], ['転居です。']]);
  });

  test('with the past marks what does not hold', () => {
    const [lost] = lookup({ text: '', asOf: TODAY, includesPast: true });
    expect(lost!.answers.map(({ text, holds }) => [text, holds])).toContainEqual(['昔の答え。', false]);
  });

  test('with the past still shows what holds nationwide where an insurer’s own answer is over', () => {
    const over = lookup({ text: '', asOf: '2027-01-01' as IsoDate, insurer: 'south', includesPast: true });
    const [moved] = over.filter(({ entry }) => entry === 'moved');
    expect(moved!.answers.map(({ text, holds }) => [text, holds])).toEqual([
      ['前だけの答え。', false],
      ['転居です。', true],
    ]);
  });

  test('of a category leaves the others out', () => {
    expect(lookup({ text: '', asOf: TODAY, category: 'none' })).toEqual([]);
  });
});

test('what is found names who sees to it, where the city does', () => {
  expect(lookup({ text: '', asOf: TODAY }).map(({ entry: id, owner }) => [id, owner])).toEqual([
    ['lost', undefined],
    ['moved', '国保係'],
  ]);
});

test('what is pasted names whose answer it is, its day and its source', () => {
  const [found] = lookup({ text: '', asOf: TODAY, insurer: 'north' });
  const pasted = pasteText(found!.answers[0]!);
  expect(pasted.split('\n')[0]).toBe('【紛失】北市');
  expect(pasted).toContain('北市の窓口へ。');
  expect(pasted).toContain('ちらし「Q1」');
  expect(pasted).toContain('時点の甲市の資料');
});
