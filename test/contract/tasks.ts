import { describe, expect, it } from 'vitest';
import type { NewTask } from '../../src/staff/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { NOW } from './events.ts';

const CHANGED: NewTask = {
  kind: 'source-changed',
  document: 'leaflet',
  entries: ['card', 'paper'],
  note: '本文が変わりました。',
};
const REPORT: NewTask = { kind: 'reported', document: null, entries: ['card'], note: '期限が古い' };

/** The tasks of staff. */
export function tasksContract(make: MakeDatabase): void {
  describe('tasks of staff', () => {
    const bench = benchOf(make);
    const open = () => bench().store.tasks.list({ state: 'open', limit: 9 });

    it('are listed as they were opened, the newest first', async () => {
      const { tasks } = bench().store;
      const first = await tasks.open(CHANGED, NOW);
      const second = await tasks.open(REPORT, NOW + 1);
      expect(await open()).toEqual([
        { ...REPORT, id: second, openedAt: NOW + 1, closed: null },
        { ...CHANGED, id: first, openedAt: NOW, closed: null },
      ]);
      expect(await tasks.list({ state: 'open', limit: 1 })).toHaveLength(1);
    });

    it.each([
      [
        'a page that changes once more',
        CHANGED,
        { ...CHANGED, entries: ['card'], note: 'また変わりました。' },
      ],
      ['a report that is sent twice', REPORT, { ...REPORT }],
    ])('are not opened twice: %s', async (_what, task, again) => {
      const { tasks } = bench().store;
      const id = await tasks.open(task, NOW);
      expect(await tasks.open(again, NOW + 1)).toBe(id);
      expect(await open()).toEqual([{ ...task, id, openedAt: NOW, closed: null }]);
    });

    it.each([
      ['another document', CHANGED, { ...CHANGED, document: 'poster' }],
      ['something else about the document', CHANGED, { ...CHANGED, kind: 'source-gone' as const }],
      ['another entry', REPORT, { ...REPORT, entries: ['paper'] }],
      ['another remark on the entry', REPORT, { ...REPORT, note: '電話番号がちがう' }],
    ])('are opened beside each other: %s', async (_what, task, other) => {
      const { tasks } = bench().store;
      expect(await tasks.open(other, NOW)).not.toBe(await tasks.open(task, NOW));
      expect(await open()).toHaveLength(2);
    });

    it('are opened once by replicas that find the same at once', async () => {
      const stores = await Promise.all([bench().another(), bench().another(), bench().another()]);
      const ids = await Promise.all(stores.map(({ tasks }) => tasks.open(CHANGED, NOW)));
      expect(new Set(ids).size).toBe(1);
      expect(await open()).toHaveLength(1);
    });

    it('are closed by one person, and opened anew when it happens again', async () => {
      const { tasks } = bench().store;
      const id = await tasks.open(CHANGED, NOW);
      expect(await tasks.close(id, '青木', NOW + 1)).toBe(true);
      expect(await tasks.close(id, '馬場', NOW + 2)).toBe(false);
      expect(await tasks.close(id + 99, '馬場', NOW + 2)).toBe(false);
      expect(await open()).toEqual([]);
      const again = await tasks.open(CHANGED, NOW + 3);
      expect(await tasks.close(again, '千葉', NOW + 4)).toBe(true);
      expect(await tasks.list({ state: 'closed', limit: 9 })).toEqual([
        { ...CHANGED, id: again, openedAt: NOW + 3, closed: { at: NOW + 4, by: '千葉' } },
        { ...CHANGED, id, openedAt: NOW, closed: { at: NOW + 1, by: '青木' } },
      ]);
    });

    it('take any remark, also one that no database takes as it is', async () => {
      const { tasks } = bench().store;
      const id = await tasks.open({ ...REPORT, note: `\0\ud800${'長'.repeat(20_000)}` }, NOW);
      expect((await open())[0]).toMatchObject({ id, note: `\ufffd\ufffd${'長'.repeat(20_000)}` });
    });
  });
}
