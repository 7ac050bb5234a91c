import { expect, it } from 'vitest';
import { exportAnswers, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { answer, entry, yamlOf } from '../fixtures/knowledge.ts';

const withEasy = (text: string, easy: string) => ({ ...answer(text), easy });

it('every answer, past ones too, in the order of the file; what is absent is null', () => {
  const yaml = yamlOf((d) => {
    d.entries = {
      card: entry('カード', [
        answer('前', { until: '2026-07-31' }),
        answer('北', { insurer: 'north', from: '2026-08-01' }),
      ]),
      paper: entry('かみ', [withEasy('紙です。', 'かみです。')]),
    };
  });
  const citations = [{ document: 'leaflet', section: 'Q1' }];
  expect(exportAnswers(loadKnowledgeBase(yaml, 'kb.yaml').kb)).toEqual([
    { entry: 'card', insurer: null, text: '前', easy: null, citations, from: null, until: '2026-07-31' },
    { entry: 'card', insurer: 'north', text: '北', easy: null, citations, from: '2026-08-01', until: null },
    {
      entry: 'paper',
      insurer: null,
      text: '紙です。',
      easy: 'かみです。',
      citations,
      from: null,
      until: null,
    },
  ]);
});
