import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS, type Store } from '../../src/storage/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { QUESTION } from './effects.ts';
import { claim, claimOne, DONE, eventOf, idsOf, NOW } from './events.ts';

const EXPIRES = NOW + 1_000;
const SECRET = /ひみつ/;

/** Puts ひみつ wherever the store keeps something of a person. */
async function plant(store: Store, person: string): Promise<void> {
  const conversation = `conversation-${person}`;
  const state = { version: 1, topic: 'ひみつ' } as const;
  await store.conversations.save(conversation, { state, version: 0, expiresAt: EXPIRES }, NOW);
  await store.questions.add({ ...QUESTION, text: 'ひみつ', message: 'message-old' }, conversation, NOW);
  const feedback = { channel: 'line', entry: 'e', insurer: null, helpful: false, comment: 'ひみつ' };
  await store.feedback.add(feedback, conversation, NOW);
}

async function makeDead(store: Store, id: string): Promise<void> {
  await store.inbox.add([{ ...eventOf(id), lane: `lane-${id}`, payload: 'ひみつ' }], NOW);
  for (let i = 0; i < MOST_ATTEMPTS; i++)
    await store.inbox.release(await claimOne(store), NOW, { error: 'channel', isHarmless: true });
}

export function erasureContract(make: MakeDatabase): void {
  describe('erasure', () => {
    const bench = benchOf(make);

    it('leaves nothing of a resident who leaves: state, log, feedback, waiting and dead events', async () => {
      const { store, database } = bench();
      await plant(store, 'aoki');
      await makeDead(store, 'dead');
      await store.inbox.add([{ ...eventOf('leave'), payload: 'ひみつ' }], NOW);
      const leave = await claimOne(store);
      const waiting = ['x', 'y'].map((id) => ({
        ...eventOf(id, 'aoki', NOW + 1),
        lane: id,
        payload: 'ひみつ',
      }));
      await store.inbox.add(waiting, NOW);
      const underWay = await claimOne(store);
      expect(await database.dump()).toMatch(SECRET);

      expect(await store.inbox.finish(leave, { outcome: 'left', eraseConversation: true }, NOW)).toBe('done');
      expect(await database.dump()).not.toMatch(/ひみつ|aoki|message-/);
      expect(await store.inbox.counts()).toEqual({
        pending: 0,
        done: 4,
        dead: 0,
        outcomes: { erased: 3, left: 1 },
      });
      expect(await store.inbox.finish(underWay, { ...DONE, question: QUESTION }, NOW)).toBe('lost');
      expect(await store.questions.list(9)).toEqual([]);
      expect(await store.inbox.add(waiting, NOW)).toBe(0);
    });

    it('leaves other residents alone', async () => {
      const { store } = bench();
      await plant(store, 'aoki');
      await plant(store, 'baba');
      await store.inbox.add([eventOf('leave'), eventOf('other', 'baba')], NOW);
      const [leave, other] = await claim(store);
      await store.inbox.finish(leave!, { outcome: 'left', eraseConversation: true }, NOW);
      expect(await store.inbox.finish(other!, DONE, NOW)).toBe('done');
      expect(await store.conversations.load('conversation-baba', NOW)).toBeDefined();
      expect(await store.questions.list(9)).toHaveLength(1);
      expect(await store.feedback.list(9)).toHaveLength(1);
    });

    it('erases one message that was unsent, waiting or logged, and nothing else', async () => {
      const { store, database } = bench();
      await store.questions.add({ ...QUESTION, text: 'ひみつ', message: 'gone' }, 'conversation-aoki', NOW);
      await store.questions.add({ ...QUESTION, message: 'stays' }, 'conversation-aoki', NOW);
      await store.questions.add({ ...QUESTION, message: 'gone' }, 'conversation-baba', NOW);
      await store.inbox.add([{ ...eventOf('unsend'), message: null }], NOW);
      const unsend = await claimOne(store);
      const waiting = { ...eventOf('x', 'aoki', NOW + 1), message: 'gone', payload: 'ひみつ' };
      await store.inbox.add([waiting, eventOf('y', 'aoki', NOW + 2)], NOW);
      expect(await store.inbox.finish(unsend, { outcome: 'unsent', eraseMessage: 'gone' }, NOW)).toBe('done');
      expect(await database.dump()).not.toMatch(SECRET);
      expect((await store.questions.list(9)).map(({ message }) => message)).toEqual(['gone', 'stays']);
      expect(idsOf(await claim(store))).toEqual(['y']);
    });

    it('erases nothing at a conflict', async () => {
      const { store, database } = bench();
      await plant(store, 'aoki');
      await store.inbox.add([eventOf('a')], NOW);
      const conversation = { state: { version: 1 }, version: 0, expiresAt: EXPIRES } as const;
      const effects = { outcome: 'left', eraseConversation: true, conversation } as const;
      expect(await store.inbox.finish(await claimOne(store), effects, NOW)).toBe('conflict');
      expect(await database.dump()).toMatch(SECRET);
    });

    it('keeps a state that begins anew with the erasure', async () => {
      const { store, database } = bench();
      await plant(store, 'aoki');
      await store.inbox.add([eventOf('a')], NOW);
      const { version } = (await store.conversations.load('conversation-aoki', NOW))!;
      const conversation = { state: { version: 1, insurer: 'ako' }, version, expiresAt: EXPIRES } as const;
      await store.inbox.finish(
        await claimOne(store),
        { outcome: 'restarted', eraseConversation: true, conversation },
        NOW,
      );
      expect((await store.conversations.load('conversation-aoki', NOW))?.state).toEqual(conversation.state);
      expect(await database.dump()).not.toMatch(SECRET);
    });
  });
}
