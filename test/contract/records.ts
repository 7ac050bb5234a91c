import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS } from '../../src/storage/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { QUESTION } from './effects.ts';
import { claimOne, DONE, eventOf, NOW } from './events.ts';

const FEEDBACK = { channel: 'web', entry: 'e', insurer: null, helpful: true, comment: null };
const KEEP_ALL = { done: NOW, dead: NOW, log: NOW };

export function recordsContract(make: MakeDatabase): void {
  describe('what staff see, and upkeep', () => {
    const bench = benchOf(make);

    it('keeps one opinion of a conversation on an answer: a comment comes after the press of the button', async () => {
      const { feedback } = bench().store;
      await feedback.add({ ...FEEDBACK, helpful: false }, 'k', NOW);
      await feedback.add({ ...FEEDBACK, helpful: false, comment: '古い' }, 'k', NOW + 1);
      await feedback.add({ ...FEEDBACK, entry: 'other' }, 'k', NOW + 2);
      expect(await feedback.list(9)).toEqual([
        { ...FEEDBACK, entry: 'other', at: NOW + 2 },
        { ...FEEDBACK, helpful: false, comment: '古い', at: NOW + 1 },
      ]);
      await feedback.add({ ...FEEDBACK, insurer: 'takasaki' }, 'k', NOW + 3);
      expect((await feedback.list(1))[0]).toEqual({
        ...FEEDBACK,
        insurer: 'takasaki',
        comment: '古い',
        at: NOW + 3,
      });
    });

    it('lists questions and feedback, the newest first', async () => {
      const { store } = bench();
      for (const [i, text] of ['一', '二', '三'].entries()) {
        await store.questions.add(
          { ...QUESTION, text, insurer: null, entry: null, message: null },
          'k',
          NOW + i,
        );
        await store.feedback.add({ ...FEEDBACK, helpful: i > 0, comment: text }, `k${i}`, NOW + i);
      }
      expect((await store.questions.list(2)).map(({ text, at }) => [text, at])).toEqual([
        ['三', NOW + 2],
        ['二', NOW + 1],
      ]);
      expect(await store.feedback.list(9)).toEqual([
        { ...FEEDBACK, comment: '三', at: NOW + 2 },
        { ...FEEDBACK, comment: '二', at: NOW + 1 },
        { ...FEEDBACK, comment: '一', helpful: false, at: NOW },
      ]);
    });

    it('prunes what is older than it may be, and nothing else', async () => {
      const { store, database } = bench();
      await store.inbox.add([eventOf('done', 'a'), eventOf('waits', 'c', NOW + 1)], NOW);
      await store.inbox.finish(await claimOne(store), DONE, NOW);
      await store.inbox.putBack(await claimOne(store));
      await store.inbox.add([eventOf('dead', 'b', NOW - 1)], 0);
      for (let i = 0; i < MOST_ATTEMPTS; i++) {
        await store.inbox.putBack(await claimOne(store));
        const event = await claimOne(store);
        await store.inbox.release(event, event.id === 'dead' ? NOW : 0, {
          error: 'channel',
          isHarmless: true,
        });
      }
      await store.questions.add({ ...QUESTION, text: '古い質問' }, 'k', NOW);
      await store.feedback.add({ ...FEEDBACK, comment: '古い感想' }, 'k', NOW);
      const state = { version: 1, topic: 'old-topic' } as const;
      await store.conversations.save('k', { state, version: 0, expiresAt: NOW + 5 }, NOW);

      await store.prune(NOW + 4, KEEP_ALL);
      const before = await store.inbox.counts();
      expect(await database.dump()).toMatch(/old-topic[\s\S]*古い/);
      await store.prune(NOW + 5, { ...KEEP_ALL, done: 4 });
      expect(await store.inbox.counts()).toMatchObject({
        pending: before.pending,
        done: 0,
        dead: before.dead,
      });
      expect(await database.dump()).not.toContain('old-topic');
      await store.prune(NOW + 5, { done: 4, dead: 4, log: 4 });
      expect(await store.inbox.counts()).toMatchObject({ pending: before.pending, dead: 0 });
      expect(await database.dump()).not.toContain('古い');
    });

    it('prunes more than it deletes at once', async () => {
      const { store } = bench();
      const conversations = Array.from({ length: 2_500 }, (_, i) =>
        store.conversations.save(`k${i}`, { state: { version: 1 }, version: 0, expiresAt: NOW }, NOW),
      );
      await Promise.all(conversations);
      await store.prune(NOW, KEEP_ALL);
      expect(await bench().database.dump()).not.toContain('k2499');
    });

    it('checks that the database can be written and read', async () => {
      const { store } = bench();
      await store.check(NOW);
      await expect(store.check(NOW + 1)).resolves.toBeUndefined();
    });

    it('does nothing more once it is closed', async () => {
      const store = await bench().another();
      const last = store.inbox.add([eventOf('a')], NOW);
      await store.close();
      expect(await last).toBe(1);
      await expect(store.check(NOW)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    });
  });
}
