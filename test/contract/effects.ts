import { describe, expect, it } from 'vitest';
import type { ConversationState } from '../../src/conversation/index.ts';
import type { LoggedQuestion } from '../../src/storage/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';
import { claim, claimOne, eventOf, NOW } from './events.ts';

const EXPIRES = NOW + 1_000;
export const QUESTION: LoggedQuestion = {
  channel: 'line',
  text: '資格確認書はいつ届きますか',
  insurer: 'takasaki',
  decision: 'answer',
  entry: 'certificate-arrival',
  message: 'message-a',
};
const state = (topic: string): ConversationState => ({ version: 1, insurer: 'takasaki', topic });
const saving = (topic: string, version: number) => ({
  outcome: 'replied',
  conversation: { state: state(topic), version, expiresAt: EXPIRES },
});

export function effectsContract(make: MakeDatabase): void {
  describe('conversations and what is written with the end of an event', () => {
    const bench = benchOf(make);

    it('saves over the version that was loaded only', async () => {
      const { conversations } = bench().store;
      expect(await conversations.load('k', NOW)).toBeUndefined();
      expect(await conversations.save('k', { state: state('a'), version: 0, expiresAt: EXPIRES }, NOW)).toBe(
        true,
      );
      const first = (await conversations.load('k', NOW))!;
      expect(first.state).toEqual(state('a'));
      const next = { state: state('b'), version: first.version, expiresAt: EXPIRES };
      expect(await conversations.save('k', next, NOW)).toBe(true);
      expect(await conversations.save('k', next, NOW)).toBe(false);
      expect(await conversations.save('k', { ...next, version: 0 }, NOW)).toBe(false);
      expect((await conversations.load('k', NOW))?.state).toEqual(state('b'));
    });

    it('lets one of several saves at once win', async () => {
      const { conversations } = bench().store;
      const saves = ['a', 'b', 'c'].map((topic) =>
        conversations.save('k', { state: state(topic), version: 0, expiresAt: EXPIRES }, NOW),
      );
      expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
    });

    it('does not bring back a conversation that was erased', async () => {
      const { conversations } = bench().store;
      await conversations.save('k', { state: state('a'), version: 0, expiresAt: EXPIRES }, NOW);
      const { version } = (await conversations.load('k', NOW))!;
      await conversations.erase('k');
      expect(await conversations.save('k', { state: state('b'), version, expiresAt: EXPIRES }, NOW)).toBe(
        false,
      );
      expect(await conversations.load('k', NOW)).toBeUndefined();
    });

    it('forgets an expired conversation, and begins over it', async () => {
      const { conversations } = bench().store;
      await conversations.save('k', { state: state('a'), version: 0, expiresAt: EXPIRES }, NOW);
      expect(await conversations.load('k', EXPIRES - 1)).toBeDefined();
      expect(await conversations.load('k', EXPIRES)).toBeUndefined();
      const next = { state: state('b'), version: 0, expiresAt: EXPIRES + 9 };
      expect(await conversations.save('k', next, EXPIRES - 1)).toBe(false);
      expect(await conversations.save('k', next, EXPIRES)).toBe(true);
    });

    it('forgets a state in a form that is not understood, and begins over it', async () => {
      const { store, database } = bench();
      await database.execute(
        `insert into conversations (key, state, version, expires_at) values ('k', '{"version":99}', 7, ${EXPIRES})`,
      );
      expect(await store.conversations.load('k', NOW)).toBeUndefined();
      const next = { state: state('a'), version: 0, expiresAt: EXPIRES };
      expect(await store.conversations.save('k', next, NOW)).toBe(true);
    });

    it('never stores the dates of the last answer', async () => {
      const { store, database } = bench();
      const facts = { birthDate: isoDate('1956-11-01')! };
      const answered = { entry: 'validity', rule: 'certificate-validity', facts, unknown: [] } as const;
      await store.inbox.add([eventOf('a')], NOW);
      const conversation = { state: { ...state('a'), answered }, version: 0, expiresAt: EXPIRES };
      await store.inbox.finish(await claimOne(store), { outcome: 'replied', conversation }, NOW);
      await store.conversations.save('k', conversation, NOW);
      expect(await database.dump()).toContain('takasaki');
      expect(await database.dump()).not.toContain('1956');
    });

    it('writes state and log with the end of the event, and nothing of the event stays', async () => {
      const { store, database } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      const event = await claimOne(store);
      expect(await store.inbox.finish(event, { ...saving('t', 0), question: QUESTION }, NOW)).toBe('done');
      expect((await store.conversations.load(event.conversation, NOW))?.state).toEqual(state('t'));
      expect(await store.questions.list(9)).toEqual([{ ...QUESTION, at: NOW }]);
      const rest = await database.dump();
      expect(rest).not.toMatch(/payload-a|lane-aoki/);
      expect(rest).toContain('replied');
    });

    it('writes nothing at a conflict, and lets the event finish when it was worked out anew', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a')], NOW);
      const event = await claimOne(store);
      await store.conversations.save(event.conversation, saving('other', 0).conversation, NOW);
      expect(await store.inbox.finish(event, { ...saving('mine', 0), question: QUESTION }, NOW)).toBe(
        'conflict',
      );
      expect(await store.questions.list(9)).toEqual([]);
      expect(await store.inbox.counts()).toMatchObject({ pending: 1, done: 0 });
      const present = (await store.conversations.load(event.conversation, NOW))!;
      expect(present.state).toEqual(state('other'));
      expect(await store.inbox.finish(event, saving('mine', present.version), NOW)).toBe('done');
      expect((await store.conversations.load(event.conversation, NOW))?.state).toEqual(state('mine'));
    });

    it("leaves the others of a batch alone when one's lease is lost and another conflicts", async () => {
      const { store } = bench();
      await store.inbox.add(
        ['a', 'b', 'c', 'd'].map((id) => eventOf(id, id)),
        NOW,
      );
      const [a, b, c, d] = await claim(store);
      await store.conversations.save('conversation-b', saving('other', 0).conversation, NOW);
      const results = await Promise.all([
        store.inbox.finish(a!, saving('a', 0), NOW),
        store.inbox.finish(b!, { ...saving('b', 0), question: QUESTION }, NOW),
        store.inbox.finish({ ...c!, lease: 'somebody else' }, saving('c', 0), NOW),
        store.inbox.finish(d!, { outcome: 'ignored' }, NOW),
      ]);
      expect(results).toEqual(['done', 'conflict', 'lost', 'done']);
      expect(await store.conversations.load('conversation-c', NOW)).toBeUndefined();
      expect(await store.questions.list(9)).toEqual([]);
      expect(await store.inbox.counts()).toMatchObject({ pending: 2, done: 2 });
    });

    it('lets two lanes of one conversation finish together, and the second sees the first', async () => {
      const { store } = bench();
      await store.inbox.add([eventOf('a'), { ...eventOf('b'), lane: 'another' }], NOW);
      const events = await claim(store);
      const results = await Promise.all(
        events.map((event) => store.inbox.finish(event, saving(event.id, 0), NOW)),
      );
      expect(results).toEqual(['done', 'conflict']);
    });
  });
}
