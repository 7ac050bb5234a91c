import { describe, expect, it } from 'vitest';
import type { MissedQuestion } from '../../src/staff/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { claimOne, DONE, eventOf, NOW } from './events.ts';

const missed = (text: string, over: Partial<MissedQuestion> = {}): MissedQuestion => ({
  channel: 'web',
  text,
  insurer: null,
  reason: 'unknown',
  entry: null,
  ...over,
});
const KEEP_ALL = { done: NOW, dead: NOW, log: NOW };

export function missedContract(make: MakeDatabase): void {
  describe('missed questions', () => {
    const bench = benchOf(make);

    it('stand in groups of near-duplicates, the most asked first', async () => {
      const { missed: questions } = bench().store;
      await questions.add(missed('粗大ごみの出し方は?'), 'a', NOW);
      await questions.add(missed('駐車場はありますか'), 'b', NOW + 1);
      const last = missed('粗大ゴミの出し方を教えてください', {
        reason: 'not-helpful',
        entry: 'e',
        insurer: 'takasaki',
      });
      await questions.add(last, 'c', NOW + 2);
      const [most, least, ...others] = await questions.open(10);
      expect(others).toEqual([]);
      expect(most).toEqual({
        id: expect.any(Number),
        text: '粗大ごみの出し方は?',
        count: 2,
        firstAt: NOW,
        lastAt: NOW + 2,
        questions: [
          { ...last, at: NOW + 2 },
          { ...missed('粗大ごみの出し方は?'), at: NOW },
        ],
      });
      expect(least).toMatchObject({ text: '駐車場はありますか', count: 1 });
      expect(await questions.countOpen()).toBe(2);
      expect(await questions.open(1)).toHaveLength(1);
    });

    it('are shown up to fifty a group, the newest, and counted all', async () => {
      const { missed: questions } = bench().store;
      for (let i = 0; i < 60; i++) await questions.add(missed('駐車場はありますか'), 'k', NOW + i);
      const [group] = await questions.open(1);
      expect(group).toMatchObject({ count: 60, firstAt: NOW, lastAt: NOW + 59 });
      expect(group!.questions).toHaveLength(50);
      expect(group!.questions[0]!.at).toBe(NOW + 59);
    });

    it.each([
      [{ kind: 'assigned', entry: 'e' }],
      [{ kind: 'out-of-scope', group: 'refuse' }],
      [{ kind: 'drafted' }],
      [{ kind: 'dismissed' }],
    ] as const)('are settled once: %j', async (settlement) => {
      const { missed: questions } = bench().store;
      await questions.add(missed('駐車場はありますか'), 'a', NOW);
      const [group] = await questions.open(1);
      const settled = await Promise.all(
        ['aoki', 'baba'].map((by) => questions.settle(group!.id, settlement, by, NOW + 5)),
      );
      expect(settled.toSorted()).toEqual([false, true]);
      expect(await questions.open(10)).toEqual([]);
      expect(await questions.settled({ from: NOW + 5, until: NOW + 6 })).toEqual([
        { id: group!.id, firstAt: NOW, settledAt: NOW + 5, kind: settlement.kind },
      ]);
      expect(await questions.settled({ from: NOW + 6, until: NOW + 9 })).toEqual([]);
    });

    it('open a new group where the same is missed after it was settled', async () => {
      const { missed: questions } = bench().store;
      await questions.add(missed('駐車場はありますか'), 'a', NOW);
      const [first] = await questions.open(1);
      await questions.settle(first!.id, { kind: 'drafted' }, 'aoki', NOW);
      await questions.add(missed('駐車場はありますか'), 'b', NOW + 1);
      const [second] = await questions.open(1);
      expect(second!.id).not.toBe(first!.id);
      expect(second!.count).toBe(1);
    });

    it('of which there is no group cannot be settled', async () => {
      expect(await bench().store.missed.settle(99, { kind: 'dismissed' }, 'aoki', NOW)).toBe(false);
    });

    it('come into one group where two processes hear them at once', async () => {
      const stores = [bench().store, await bench().another()];
      await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          stores[i % 2]!.missed.add(missed('駐車場はありますか'), 'k', NOW + i),
        ),
      );
      expect(await bench().store.missed.open(10)).toMatchObject([{ count: 8 }]);
    });

    it('are written with the end of their event, or not at all', async () => {
      const { inbox, missed: questions } = bench().store;
      await inbox.add([eventOf('a')], NOW);
      const event = await claimOne(bench().store);
      const effects = { ...DONE, missed: [{ ...missed('駐車場は', { channel: 'line' }), message: 'm' }] };
      expect(await inbox.finish({ ...event, lease: 'lost' }, effects, NOW)).toBe('lost');
      expect(await questions.open(10)).toEqual([]);
      expect(await inbox.finish(event, effects, NOW)).toBe('done');
      expect(await questions.open(10)).toMatchObject([{ text: '駐車場は', count: 1 }]);
    });

    it('go with their message, their conversation, and by themselves after a while', async () => {
      const { store, database } = bench();
      const { conversation } = eventOf('x');
      const add = (text: string, message: string, at = NOW) =>
        store.missed.add({ ...missed(text), message }, conversation, at);
      const erasing = async (effects: object) => {
        await store.inbox.add([eventOf(`e${JSON.stringify(effects)}`)], NOW);
        await store.inbox.finish(await claimOne(store), { ...DONE, ...effects }, NOW);
      };
      await add('取り消した質問', 'm1');
      await add('ほかの質問を残す', 'm2');
      await erasing({ eraseMessage: 'm1' });
      expect(await store.missed.open(10)).toMatchObject([{ text: 'ほかの質問を残す' }]);
      await erasing({ eraseConversation: true });
      expect(await store.missed.open(10)).toEqual([]);
      expect(await store.missed.countOpen()).toBe(0);

      await add('古いほうの質問', 'm3');
      await store.missed.erase(conversation);
      expect(await store.missed.open(10)).toEqual([]);

      await add('古くなった質問', 'm4', NOW);
      await store.prune(NOW + 4, KEEP_ALL);
      expect(await database.dump()).toContain('古くなった質問');
      await store.prune(NOW + 5, { ...KEEP_ALL, log: 4 });
      expect(await database.dump()).not.toMatch(/質問を|くなった質問|ほうの質問/);
      expect(await store.missed.open(10)).toEqual([]);
    });

    it('takes texts that no database would', async () => {
      const { missed: questions } = bench().store;
      await questions.add(missed('だめ\u0000\ud800'), 'k', NOW);
      expect(await questions.open(1)).toMatchObject([{ text: 'だめ\ufffd\ufffd' }]);
    });
  });
}
