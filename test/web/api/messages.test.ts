import type { FastifyInstance, InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import type { ConversationState } from '../../../src/conversation/index.ts';
import { fakePorts, resultOf } from '../fake-ports.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const post = (app: FastifyInstance, payload: NonNullable<InjectOptions['payload']>) =>
  app.inject({ method: 'POST', url: '/api/messages', payload });

const idOf = async (app: FastifyInstance, payload: object): Promise<string> =>
  (await post(app, payload)).json().conversationId;

describe('POST /api/messages', () => {
  test('answers with the decision, the entry, the candidates and the reply, never with the state', async () => {
    const ports = fakePorts();
    const response = await post(createServer(ports), { text: 'なくした', insurer: 'takasaki' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('application/json');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json()).toEqual({
      conversationId: expect.stringMatching(UUID),
      decision: 'answer',
      entry: 'certificate-lost',
      candidates: [{ entry: 'certificate-lost', confidence: 0.9 }],
      reply: { parts: [{ kind: 'text', text: 'はい。' }] },
    });
    const state = { version: 1, insurer: 'takasaki' };
    expect(ports.heard).toEqual([{ state, input: { text: 'なくした' }, asOf: '2026-11-21' }]);
  });

  test('gives the next turn the state that the last one left, as it was given', async () => {
    const left: ConversationState = {
      version: 1,
      answered: { entry: 'a', rule: 'leave-nhi', facts: {}, unknown: [] },
    };
    const states: ConversationState[] = [];
    const turn = (state: ConversationState) => {
      states.push(state);
      return resultOf([], left);
    };
    const app = createServer(fakePorts({ turn }));
    const conversationId = await idOf(app, { text: 'あ' });
    const second = await post(app, { choice: 'entry:a', conversationId });
    expect(second.json().conversationId).toBe(conversationId);
    expect(states).toEqual([{ version: 1 }, left]);
  });

  test('starts a new conversation under an id of its own where the id is unknown or expired', async () => {
    let now = 0;
    const ports = fakePorts({ now: () => now });
    const app = createServer(ports);
    const made = await idOf(app, { text: 'あ', conversationId: 'mine', insurer: 'takasaki' });
    expect(made).toMatch(UUID);
    now = 30 * 60_000;
    const later = await idOf(app, { text: 'い', conversationId: made });
    expect(later).toMatch(UUID);
    expect(later).not.toBe(made);
    expect(ports.heard[1]?.state).toEqual({ version: 1 });
  });

  test('takes the insurer of the page where it is new, and else leaves what the resident told the bot', async () => {
    const states: ConversationState[] = [];
    const turn = (state: ConversationState) => {
      states.push(state);
      return resultOf([], { ...state, insurer: 'told-in-the-talk' });
    };
    const app = createServer(fakePorts({ turn }));
    const conversationId = await idOf(app, { text: 'あ', insurer: 'takasaki' });
    for (const insurer of ['takasaki', undefined, 'takasaki', 'kobayashi'])
      await post(app, { text: 'い', conversationId, insurer });
    expect(states.map(({ insurer }) => insurer)).toEqual([
      'takasaki',
      'told-in-the-talk',
      'told-in-the-talk',
      'told-in-the-talk',
      'kobayashi',
    ]);
  });

  test.each([
    ['emoji', '🪪😭'],
    ['HTML', '<script>alert(1)</script>'],
    ['control characters', 'a\u0000\u0007\u001b[31m'],
    ['half a surrogate pair', '\ud83d'],
    ['2,000 characters', 'あ'.repeat(2_000)],
    ['2,000 emoji, each of them two UTF-16 units', '😭'.repeat(2_000)],
  ])('takes %s as a text like any other', async (_name, text) => {
    const ports = fakePorts();
    expect((await post(createServer(ports), { text })).statusCode).toBe(200);
    expect(ports.heard[0]?.input).toEqual({ text });
  });

  test.each([
    ['an empty text', { text: '' }, 'text-blank'],
    ['a blank text', { text: ' \u3000\n' }, 'text-blank'],
    ['2,001 characters', { text: 'あ'.repeat(2_001) }, 'text-too-long'],
    ['10,000 characters', { text: 'あ'.repeat(10_000) }, 'text-too-long'],
    ['neither text nor choice', { insurer: 'takasaki' }, 'bad-request'],
    ['both text and choice', { text: 'あ', choice: 'あ' }, 'bad-request'],
    ['an empty choice', { choice: '' }, 'bad-request'],
    ['a number as text', { text: 12 }, 'bad-request'],
    ['null as text', { text: null }, 'bad-request'],
    ['a list as choice', { choice: ['a'] }, 'bad-request'],
    ['an object as id', { text: 'あ', conversationId: {} }, 'bad-request'],
    ['an insurer that is not served', { text: 'あ', insurer: 'atlantis' }, 'unknown-insurer'],
    ['a list as body', [], 'bad-request'],
    ['JSON that is none', '{"text":', 'bad-request'],
    ['no body', '', 'bad-request'],
    ['null as body', 'null', 'bad-request'],
    ['a prototype in the body', '{"text":"あ","__proto__":{"x":1}}', 'bad-request'],
  ])('refuses %s', async (_name, payload, kind) => {
    const ports = fakePorts();
    const headers = { 'content-type': 'application/json' };
    const response = await createServer(ports).inject({
      method: 'POST',
      url: '/api/messages',
      headers,
      payload,
    });
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json()).toEqual({
      type: `urn:madoguchi:problem:${kind}`,
      title: expect.stringMatching(/[ぁ-ん]/),
      status: 400,
      detail: expect.stringMatching(/(ください|ます|です)/),
      'detail-en': expect.stringMatching(/^[A-Z][ -~]+\.$/),
    });
    expect(ports.heard).toEqual([]);
  });

  test('says how long a question may be', async () => {
    const { detail } = (await post(createServer(fakePorts()), { text: 'あ'.repeat(10_000) })).json();
    expect(detail).toBe('恐れ入りますが、ご質問は2,000文字までです。短くして、もう一度お送りください。');
  });

  test('refuses bodies over 32 kB with 413', async () => {
    const response = await post(createServer(fakePorts()), { text: 'a'.repeat(33_000) });
    expect(response.statusCode).toBe(413);
    expect(response.json().detail).toContain('短くして');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses %s with 415',
    async (type) => {
      const request = {
        method: 'POST',
        url: '/api/messages',
        headers: { 'content-type': type },
        payload: 'text=a',
      } as const;
      const response = await createServer(fakePorts()).inject(request);
      expect(response.statusCode).toBe(415);
      expect(response.headers['content-type']).toContain('application/problem+json');
    },
  );

  test('asks to come back in a second while the index is not ready', async () => {
    const response = await post(createServer(fakePorts({ ready: () => false })), { text: 'あ' });
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('1');
    expect(response.json().detail).toContain('準備');
  });
});
