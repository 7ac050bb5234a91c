import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnsweredQuestion, SAMPLE_SIZE } from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { claimOne, eventOf, NOW } from './events.ts';

const WEEK = '2026-11-16' as IsoDate;
const asked = (text: string): AnsweredQuestion => ({
  channel: 'web',
  text,
  insurer: 'ako',
  entry: 'myna-lost',
  message: null,
});

export function samplesContract(make: MakeDatabase): void {
  describe('samples of answers', () => {
    const bench = benchOf(make);

    it('keep the lowest lots of a week, whatever the order in which they come', async () => {
      const { samples } = bench().store;
      const lots = fc.sample(fc.uniqueArray(fc.nat(10_000), { minLength: 80, maxLength: 80 }), 1)[0]!;
      let highest: number | undefined;
      for (const lot of lots) highest = await samples.offer(asked(String(lot)), 'c', { week: WEEK, lot });
      const lowest = lots.toSorted((a, b) => a - b).slice(0, SAMPLE_SIZE);
      expect((await samples.list(WEEK)).map(({ text }) => Number(text))).toEqual(lowest);
      expect(highest).toBe(lowest.at(-1));
    });

    it('are not full before they have as many as staff are asked to judge', async () => {
      const { samples } = bench().store;
      for (let lot = 1; lot < SAMPLE_SIZE; lot++)
        expect(await samples.offer(asked('q'), 'c', { week: WEEK, lot })).toBeUndefined();
      expect(await samples.offer(asked('q'), 'c', { week: WEEK, lot: 0 })).toBe(SAMPLE_SIZE - 1);
    });

    it('count what was judged apart from what still waits, the newest week first', async () => {
      const { samples } = bench().store;
      const next = '2026-11-23' as IsoDate;
      for (const lot of [1, 2, 3]) await samples.offer(asked('q'), 'c', { week: WEEK, lot });
      await samples.offer(asked('q'), 'c', { week: next, lot: 1 });
      const [first, second] = await samples.list(WEEK);
      expect(await samples.judge(first!.id, 'wrong', '田中', NOW)).toBe(true);
      expect(await samples.judge(first!.id, 'right', '田中', NOW)).toBe(true);
      expect(await samples.judge(second!.id, 'unclear', '田中', NOW)).toBe(true);
      expect(await samples.judge(0, 'right', '田中', NOW)).toBe(false);
      expect(await samples.weeks(9)).toEqual([
        { week: next, waiting: 1, right: 0, wrong: 0, unclear: 0 },
        { week: WEEK, waiting: 1, right: 1, wrong: 0, unclear: 1 },
      ]);
      expect(await samples.weeks(1)).toHaveLength(1);
      expect((await samples.list(WEEK))[0]).toMatchObject({ verdict: 'right', judgedBy: '田中' });
    });

    it('never push out an answer that somebody has judged already', async () => {
      const { samples } = bench().store;
      await samples.offer(asked('judged'), 'c', { week: WEEK, lot: 999 });
      await samples.judge((await samples.list(WEEK))[0]!.id, 'right', '田中', NOW);
      for (let lot = 0; lot < SAMPLE_SIZE + 5; lot++)
        await samples.offer(asked('q'), 'c', { week: WEEK, lot });
      const kept = await samples.list(WEEK);
      expect(kept).toHaveLength(SAMPLE_SIZE + 1);
      expect(kept.at(-1)!.text).toBe('judged');
    });

    it('forget what a resident takes back, and everything of one who leaves', async () => {
      const { store, database } = bench();
      const offer = (text: string, message: string, lot: number) =>
        store.samples.offer({ ...asked(text), message }, 'conversation-aoki', { week: WEEK, lot });
      await offer('とりけす', 'm1', 1);
      await offer('のこる', 'm2', 2);
      await store.inbox.add([eventOf('unsend')], NOW);
      const unsend = await claimOne(store);
      await store.inbox.finish(
        { ...unsend, conversation: 'conversation-aoki' },
        { outcome: 'x', eraseMessage: 'm1' },
        NOW,
      );
      expect((await store.samples.list(WEEK)).map(({ text }) => text)).toEqual(['のこる']);
      await store.inbox.add([eventOf('leave')], NOW);
      const leave = await claimOne(store);
      await store.inbox.finish(
        { ...leave, conversation: 'conversation-aoki' },
        { outcome: 'x', eraseConversation: true },
        NOW,
      );
      expect(await database.dump()).not.toMatch(/のこる|とりけす/);
    });

    it('of old weeks keep the judgement, not the question', async () => {
      const { store, database } = bench();
      const { samples } = store;
      await samples.offer(asked('古い質問'), 'c', { week: WEEK, lot: 1 });
      await samples.offer(asked('判断していない'), 'c', { week: WEEK, lot: 2 });
      await samples.judge((await samples.list(WEEK))[0]!.id, 'right', '田中', NOW);
      await store.prune(Date.UTC(2027, 4, 1), { done: 0, dead: 0, log: 90 * 86_400_000 });
      expect(await samples.list(WEEK)).toEqual([]);
      expect(await samples.weeks(9)).toEqual([{ week: WEEK, waiting: 0, right: 1, wrong: 0, unclear: 0 }]);
      expect(await database.dump()).not.toMatch(/古い質問|判断していない/);
    });
  });
}
