import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/storage/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { NOW } from './events.ts';

const version = (base: number, over: { yaml?: string; by?: string; from?: number } = {}) => ({
  yaml: `版 ${base + 1}`,
  by: 'aoki',
  why: '要綱が変わったため',
  base,
  ...over,
});
const proposal = (base: number, over: { yaml?: string; by?: string } = {}) => ({
  yaml: '提案',
  by: 'aoki',
  why: '電話番号が変わった',
  entries: ['certificate-lost'],
  base,
  ...over,
});
const audited = async (store: Store) =>
  (await store.audit.list({ limit: 9 })).map(({ who, action, subject, why }) => [who, action, subject, why]);

export function versionsContract(make: MakeDatabase): void {
  describe('versions of the knowledge base', () => {
    const bench = benchOf(make);

    it('are numbered from 1, and kept with who, when and why', async () => {
      const { store } = bench();
      expect([await store.versions.latest(), await store.versions.current()]).toEqual([0, undefined]);
      expect(await store.versions.publish(version(0), NOW)).toEqual({ kind: 'published', number: 1 });
      await store.versions.publish(version(1, { by: 'baba' }), NOW + 1);
      expect(await store.versions.latest()).toBe(2);
      const kept = { approvedBy: null, why: '要綱が変わったため', from: null };
      expect(await store.versions.current()).toEqual({
        ...kept,
        number: 2,
        by: 'baba',
        at: NOW + 1,
        yaml: '版 2',
      });
      expect(await store.versions.list(9)).toEqual([
        { ...kept, number: 2, by: 'baba', at: NOW + 1 },
        { ...kept, number: 1, by: 'aoki', at: NOW },
      ]);
      expect((await store.versions.list(1)).map(({ number }) => number)).toEqual([2]);
      expect(await store.versions.get(3)).toBeUndefined();
      expect(await audited(store)).toEqual([
        ['baba', 'version.publish', '2', '要綱が変わったため'],
        ['aoki', 'version.publish', '1', '要綱が変わったため'],
      ]);
    });

    it('come back letter for letter, however long', async () => {
      const { versions } = bench().store;
      const yaml = `# 注\r\n${'葛󠄀飾区の窓口 📮 '.repeat(50_000)}\n`;
      await versions.publish(version(0, { yaml }), NOW);
      expect((await versions.get(1))?.yaml).toBe(yaml);
    });

    it('are published by one of two editors at once; the other is told, and nothing of hers is written', async () => {
      const { store, another } = bench();
      await store.versions.publish(version(0), NOW);
      const others = [store, await another(), store, await another()];
      const published = await Promise.all(
        others.map((each, i) => each.versions.publish(version(1, { yaml: `${i}`, by: `editor ${i}` }), NOW)),
      );
      const winner = published.findIndex(({ kind }) => kind === 'published');
      expect(published.toSorted((a, b) => (a.kind < b.kind ? 1 : -1))).toEqual([
        { kind: 'published', number: 2 },
        ...Array.from({ length: 3 }, () => ({ kind: 'conflict', current: 2 })),
      ]);
      expect(await store.versions.current()).toMatchObject({ yaml: `${winner}`, by: `editor ${winner}` });
      expect(await audited(store)).toHaveLength(2);
    });

    it('are returned to as a new version, so that nothing of the history goes', async () => {
      const { store } = bench();
      await store.versions.publish(version(0), NOW);
      await store.versions.publish(version(1), NOW);
      await store.versions.publish(version(2, { yaml: '版 1', from: 1 }), NOW);
      expect((await store.versions.list(9)).map(({ number, from }) => [number, from])).toEqual([
        [3, 1],
        [2, null],
        [1, null],
      ]);
      expect((await audited(store))[0]).toEqual(['aoki', 'version.return', '3', '要綱が変わったため']);
    });
  });

  describe('proposals', () => {
    const bench = benchOf(make);
    const approval = (over: { by?: string; yaml?: string; base?: number } = {}) =>
      ({ kind: 'approved', by: 'chiba', why: '確かめた', yaml: '提案', base: 1, ...over }) as const;

    async function proposed(store: Store): Promise<number> {
      await store.versions.publish(version(0), NOW);
      return store.proposals.add(proposal(1), NOW + 1);
    }

    it('wait with who proposed them and why', async () => {
      const { store } = bench();
      const id = await proposed(store);
      const open = { state: 'open', decidedBy: null, decidedWhy: null, decidedAt: null, version: null };
      const told = { base: 1, by: 'aoki', why: '電話番号が変わった', entries: ['certificate-lost'] };
      const line = { ...open, ...told, id, at: NOW + 1 };
      expect(await store.proposals.get(id)).toEqual({ ...line, yaml: '提案' });
      const later = await store.proposals.add(proposal(1, { by: 'baba' }), NOW + 2);
      expect(await store.proposals.list({ state: 'open', limit: 9 })).toEqual([
        { ...line, id: later, by: 'baba', at: NOW + 2 },
        line,
      ]);
      expect(await store.proposals.list({ state: 'returned', limit: 9 })).toEqual([]);
      expect(await store.proposals.get(later + 1)).toBeUndefined();
    });

    it('become a version when a second person approves them, with both names', async () => {
      const { store } = bench();
      const id = await proposed(store);
      const decided = await store.proposals.decide(id, approval({ yaml: '提案と、その間の変更' }), NOW + 2);
      expect(decided).toEqual({ kind: 'approved', number: 2 });
      expect(await store.versions.current()).toEqual({
        number: 2,
        yaml: '提案と、その間の変更',
        by: 'aoki',
        approvedBy: 'chiba',
        why: '電話番号が変わった',
        at: NOW + 2,
        from: null,
      });
      expect(await store.proposals.get(id)).toMatchObject({
        state: 'approved',
        yaml: '提案',
        decidedBy: 'chiba',
        decidedWhy: '確かめた',
        decidedAt: NOW + 2,
        version: 2,
      });
      expect((await audited(store)).slice(0, 2)).toEqual([
        ['chiba', 'proposal.approve', `${id}`, '確かめた'],
        ['aoki', 'proposal.add', `${id}`, '電話番号が変わった'],
      ]);
    });

    it.each(['aoki', 'Aoki', 'ＡＯＫＩ', ' ao ki ', 'a\u200boki'])(
      'are never approved by whoever proposed them, in whatever letters: %j',
      async (by) => {
        const { store } = bench();
        const id = await proposed(store);
        expect(await store.proposals.decide(id, approval({ by }), NOW)).toEqual({ kind: 'own' });
        expect(await store.proposals.decide(id, { kind: 'returned', by, why: '' }, NOW)).toEqual({
          kind: 'own',
        });
        expect(await store.versions.latest()).toBe(1);
        expect(await store.proposals.get(id)).toMatchObject({ state: 'open' });
      },
    );

    it('stay open where another version was published meanwhile, and nothing is half written', async () => {
      const { store } = bench();
      const id = await proposed(store);
      await store.versions.publish(version(1), NOW);
      const before = await audited(store);
      expect(await store.proposals.decide(id, approval(), NOW)).toEqual({ kind: 'conflict', current: 2 });
      expect(await store.versions.latest()).toBe(2);
      expect(await store.proposals.get(id)).toMatchObject({ state: 'open', decidedBy: null });
      expect(await audited(store)).toEqual(before);
    });

    it('are decided once, however many people try at once', async () => {
      const { store, another } = bench();
      const id = await proposed(store);
      const other = await another();
      const all = await Promise.all([
        store.proposals.decide(id, approval({ by: 'chiba' }), NOW),
        other.proposals.decide(id, { kind: 'returned', by: 'doi', why: '古い資料' }, NOW),
        other.proposals.decide(id, approval({ by: 'endo' }), NOW),
      ]);
      expect(all.filter(({ kind }) => kind === 'settled')).toHaveLength(2);
      const { state, version: became } = (await store.proposals.get(id))!;
      expect(await store.versions.latest()).toBe(state === 'approved' ? became : 1);
    });

    it('are returned with a reason, and withdrawn only by their own author', async () => {
      const { store } = bench();
      const id = await proposed(store);
      expect(await store.proposals.withdraw(id, 'baba', NOW)).toBe(false);
      const returned = { kind: 'returned', by: 'baba', why: '出典が古い' } as const;
      expect(await store.proposals.decide(id, returned, NOW)).toEqual({ kind: 'returned' });
      expect(await store.proposals.get(id)).toMatchObject({ state: 'returned', decidedWhy: '出典が古い' });
      expect(await store.proposals.withdraw(id, 'aoki', NOW)).toBe(false);
      const other = await store.proposals.add(proposal(1), NOW);
      expect(await store.proposals.withdraw(other, 'aoki', NOW)).toBe(true);
      expect(await store.proposals.decide(other, approval(), NOW)).toEqual({ kind: 'settled' });
      expect(await store.proposals.get(other)).toMatchObject({ state: 'withdrawn', decidedBy: 'aoki' });
      expect(await store.proposals.decide(other + 1, approval(), NOW)).toEqual({ kind: 'settled' });
      expect((await audited(store)).map(([, action]) => action)).toEqual([
        'proposal.withdraw',
        'proposal.add',
        'proposal.return',
        'proposal.add',
        'version.publish',
      ]);
    });
  });
}
