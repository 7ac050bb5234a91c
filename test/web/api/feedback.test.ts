import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import type { ConversationState } from '../../../src/conversation/index.ts';
import { StoreUnavailable } from '../../../src/storage/index.ts';
import { answerOf, fakePorts, resultOf } from '../fake-ports.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Answers with the entry that is asked for by name; 「dv」 tells of danger. */
function bot(over: Parameters<typeof fakePorts>[0] = {}) {
  const ports = fakePorts({
    turn: (state: ConversationState, input) => {
      const entry = 'text' in input ? input.text : input.choice;
      const result = { ...resultOf([answerOf(entry)], { ...state, insurer: 'takasaki' }), entry };
      return entry === 'dv' ? { ...result, reply: { ...result.reply, isSensitive: true as const } } : result;
    },
    now: () => 1_000,
    ...over,
  });
  return { ports, app: createServer(ports) };
}

const ask = async (app: FastifyInstance, text: string, conversationId?: string): Promise<string> =>
  (await app.inject({ method: 'POST', url: '/api/messages', payload: { text, conversationId } })).json()
    .conversationId;

const tell = (app: FastifyInstance, payload: object) =>
  app.inject({ method: 'POST', url: '/api/feedback', payload });

const kindOf = (response: { json(): { type: string } }) => response.json().type.split(':').at(-1);

describe('POST /api/feedback', () => {
  test('stores what was thought of an answer, redacted, under an id that leads to no conversation', async () => {
    const { ports, app } = bot();
    const conversationId = await ask(app, 'lost');
    const comment = ' 090-1234-5678 に電話してください。1956年11月1日生まれです ';
    const response = await tell(app, { conversationId, entry: 'lost', helpful: false, comment });
    expect(response.statusCode).toBe(204);
    expect(response.body).toBe('');
    const [stored] = ports.opinions;
    expect(stored).toEqual({
      feedback: {
        entry: 'lost',
        insurer: 'takasaki',
        helpful: false,
        comment: '[番号] に電話してください。[日付]生まれです',
      },
      conversation: expect.stringMatching(UUID),
      now: 1_000,
    });
    expect(stored!.conversation).not.toBe(conversationId);
  });

  test('takes an opinion without a comment, on any answer of the conversation', async () => {
    const { ports, app } = bot();
    const conversationId = await ask(app, 'lost');
    await ask(app, 'moved', conversationId);
    for (const entry of ['lost', 'moved']) {
      const response = await tell(app, { conversationId, entry, helpful: true, comment: ' 　' });
      expect(response.statusCode).toBe(204);
    }
    expect(ports.opinions.map(({ feedback }) => [feedback.entry, feedback.comment])).toEqual([
      ['lost', null],
      ['moved', null],
    ]);
    expect(new Set(ports.opinions.map(({ conversation }) => conversation)).size).toBe(1);
  });

  test('knows no opinion on what was not answered, nor on somebody in danger', async () => {
    const { ports, app } = bot();
    const conversationId = await ask(app, 'lost');
    await ask(app, 'dv', conversationId);
    for (const entry of ['moved', 'dv']) {
      const response = await tell(app, { conversationId, entry, helpful: true, comment: '逃げています' });
      expect(response.statusCode).toBe(400);
      expect(kindOf(response)).toBe('feedback-not-possible');
    }
    expect(ports.opinions).toEqual([]);
  });

  test('drops the words of somebody who was in danger, under other answers too', async () => {
    const { ports, app } = bot();
    const conversationId = await ask(app, 'dv');
    await ask(app, 'lost', conversationId);
    await tell(app, { conversationId, entry: 'lost', helpful: true, comment: '逃げています' });
    expect(ports.opinions[0]?.feedback).toMatchObject({ helpful: true, comment: null });
  });

  test('knows only conversations of its own', async () => {
    const { app } = bot();
    const response = await tell(app, { conversationId: 'unknown', entry: 'lost', helpful: true });
    expect(response.statusCode).toBe(404);
    expect(kindOf(response)).toBe('unknown-conversation');
  });

  test('takes 500 characters, emoji counted once, and no more', async () => {
    const { ports, app } = bot();
    const conversationId = await ask(app, 'lost');
    const given = { conversationId, entry: 'lost', helpful: true };
    expect((await tell(app, { ...given, comment: '😭'.repeat(500) })).statusCode).toBe(204);
    const tooLong = await tell(app, { ...given, comment: 'あ'.repeat(501) });
    expect([tooLong.statusCode, kindOf(tooLong)]).toEqual([400, 'comment-too-long']);
    expect(ports.opinions).toHaveLength(1);
  });

  test.each([
    { entry: 'lost', helpful: true },
    { conversationId: 'a', helpful: true },
    { conversationId: 'a', entry: 'lost' },
    { conversationId: 'a', entry: 'lost', helpful: 'yes' },
  ])('refuses %j', async (payload) => {
    const response = await tell(bot().app, payload);
    expect([response.statusCode, kindOf(response)]).toEqual([400, 'bad-request']);
  });

  test('says so where the database is away', async () => {
    const { app } = bot({ addFeedback: () => Promise.reject(new StoreUnavailable('away')) });
    const conversationId = await ask(app, 'lost');
    const response = await tell(app, { conversationId, entry: 'lost', helpful: true });
    expect([response.statusCode, kindOf(response)]).toEqual([503, 'store-unavailable']);
  });
});

describe('DELETE /api/conversations/:id', () => {
  const forget = (app: FastifyInstance, id: string) =>
    app.inject({ method: 'DELETE', url: `/api/conversations/${id}` });

  test('forgets the conversation: the next message begins a new one', async () => {
    const { app } = bot();
    const conversationId = await ask(app, 'lost');
    expect((await forget(app, conversationId)).statusCode).toBe(204);
    expect(await ask(app, 'lost', conversationId)).not.toBe(conversationId);
    expect((await tell(app, { conversationId, entry: 'lost', helpful: true })).statusCode).toBe(404);
  });

  test('says the same of one that it does not know, and tells nobody which there are', async () => {
    const { app } = bot();
    for (const id of ['unknown', '%E3%81%82', 'a'.repeat(90)])
      expect((await forget(app, id)).statusCode).toBe(204);
  });
});
