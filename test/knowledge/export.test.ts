import { expect, it } from 'vitest';
import { exportAnswers, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { answer, entry, yamlOf } from '../fixtures/knowledge.ts';

const translated = (text: string, easy: string, english: string) => ({ ...answer(text), easy, english });

it('every answer, past ones too, in the order of the file; what is absent is null', () => {
  const yaml = yamlOf((d) => {
    d.entries = {
      card: {
        ...entry('カード', [
          answer('前', { until: '2026-07-31' }),
          answer('北', { insurer: 'north', from: '2026-08-01' }),
        ]),
        owner: '保険年金課',
      },
      paper: entry('かみ', [translated('紙です。', 'かみです。', 'It is paper.')]),
    };
  });
  const citations = [{ document: 'leaflet', section: 'Q1' }];
  expect(exportAnswers(loadKnowledgeBase(yaml, 'kb.yaml').kb)).toEqual([
    {
      entry: 'card',
      owner: '保険年金課',
      insurer: null,
      text: '前',
      easy: null,
      english: null,
      citations,
      from: null,
      until: '2026-07-31',
    },
    {
      entry: 'card',
      owner: '保険年金課',
      insurer: 'north',
      text: '北',
      easy: null,
      english: null,
      citations,
      from: '2026-08-01',
      until: null,
    },
    {
      entry: 'paper',
      owner: null,
      insurer: null,
      text: '紙です。',
      easy: 'かみです。',
      english: 'It is paper.',
      citations,
      from: null,
      until: null,
    },
  ]);
});
