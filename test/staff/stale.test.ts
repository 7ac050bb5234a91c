import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKnowledge, knowledgeBaseSchema } from '../../src/knowledge/index.ts';
import { staleEntries } from '../../src/staff/index.ts';
import { type IsoDate, plainDate, toIso } from '../../src/text/index.ts';
import { answer, entry, smallBase } from '../fixtures/knowledge.ts';

const base = smallBase();
base.documents.old = { title: '古いちらし', publisher: '甲市', date: '2024-11-05', sections: ['Q1'] };
const old = [{ document: 'old', section: 'Q1' }];
base.entries = {
  fresh: entry('新しい'),
  due: { ...entry('期日'), review: '2026-11-22' },
  overdue: { ...entry('期日切れ'), review: '2026-01-01' },
  aged: entry('古い', [
    answer('北。', { insurer: 'north', citations: old }),
    answer('南。', { insurer: 'south', citations: [...old, { document: 'leaflet', section: 'Q1' }] }),
    answer('前。', { until: '2025-01-01', citations: old }),
  ]),
};
const knowledge = createKnowledge(knowledgeBaseSchema.parse(base));
const onDay = (day: string) => staleEntries(knowledge, day as IsoDate);

test('what is due comes first, the longest due before the rest; a fresh entry is left out', () => {
  expect(onDay('2026-11-22').map((stale) => stale.entry)).toEqual(['overdue', 'due', 'aged']);
});

test('an answer is old by the newest document that it cites, and one that is over is not asked about', () => {
  const aged = onDay('2026-11-22').find((stale) => stale.entry === 'aged');
  expect(aged!.old).toEqual([{ insurer: 'north', newest: '2024-11-05' }]);
  expect(aged!.isReviewDue).toBe(false);
});

test.each([
  ['2025-11-05', false],
  ['2025-11-06', true],
])('a year is over on the day after: %s', (day, isOld) => {
  expect(onDay(day).some((stale) => stale.entry === 'aged')).toBe(isOld);
});

test('what is stale once stays so until somebody changes it', () => {
  const start = plainDate('2025-01-01' as IsoDate);
  const days = fc.integer({ min: 0, max: 1_500 });
  fc.assert(
    fc.property(days, days, (a, b) => {
      const at = (day: number) => onDay(toIso(start.add({ days: day }))).map((stale) => stale.entry);
      const [earlier, later] = [at(Math.min(a, b)), at(Math.max(a, b))];
      expect(later).toEqual(expect.arrayContaining(earlier));
    }),
  );
});
