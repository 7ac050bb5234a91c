import { describe, expect, it } from 'vitest';
import type { LearnedQuestion } from '../../src/knowledge/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';

const learned = (question: string, entry: string): LearnedQuestion => ({
  question,
  entry,
  by: '窓口',
  on: isoDate('2026-11-20')!,
  source: 'LINE',
});

export function learnedContract(make: MakeDatabase): void {
  describe('learned questions', () => {
    const bench = benchOf(make);

    it('are kept in the order in which they were first assigned', async () => {
      const { learned: questions } = bench().store;
      await questions.put(learned('カードをなくした', 'myna-lost'));
      await questions.put(learned('いつ届く', 'arrival'));
      await questions.put(learned('カードをなくした', 'certificate-lost'));
      expect(await questions.all()).toEqual([
        learned('カードをなくした', 'certificate-lost'),
        learned('いつ届く', 'arrival'),
      ]);
      expect(await questions.remove('カードをなくした')).toBe(true);
      expect(await questions.remove('カードをなくした')).toBe(false);
      expect(await questions.all()).toEqual([learned('いつ届く', 'arrival')]);
    });

    it('have a revision that every change raises, an assignment anew and a removal too', async () => {
      const { learned: questions } = bench().store;
      const revisions = [await questions.revision()];
      const changes = [
        () => questions.put(learned('ごみの日', 'out-of-scope:garbage')),
        () => questions.put(learned('ごみの日', 'arrival')),
        () => questions.remove('ごみの日'),
        () => questions.put(learned('ごみの日', 'arrival')),
      ];
      for (const change of changes) {
        await change();
        revisions.push(await questions.revision());
      }
      expect(new Set(revisions).size).toBe(changes.length + 1);
      expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    });

    it('keep their revision where there was nothing to remove', async () => {
      const { learned: questions } = bench().store;
      const before = await questions.revision();
      await questions.remove('ない質問');
      expect(await questions.revision()).toBe(before);
    });

    it('raise the revision once for each change when two processes assign at the same time', async () => {
      const { store, another } = bench();
      const other = await another();
      const before = await store.learned.revision();
      const names = Array.from({ length: 20 }, (_, i) => `質問${i}`);
      await Promise.all(
        names.map((name, i) => (i % 2 === 0 ? store : other).learned.put(learned(name, 'arrival'))),
      );
      expect(await other.learned.revision()).toBe(before + names.length);
      expect(await store.learned.all()).toHaveLength(names.length);
    });
  });
}
