import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import type { ConversationState } from '../../../src/conversation/index.ts';
import { fakePorts, resultOf } from '../fake-ports.ts';

const KEY = '7f0c1a52-4f0e-4f55-9a0e-3d2f6f1f5a11';
const MINUTE = 60_000;

const send = (app: FastifyInstance, payload: object, key: string | null = KEY) =>
  app.inject({
    method: 'POST',
    url: '/api/messages',
    headers: key === null ? {} : { 'idempotency-key': key },
    payload,
  });

describe('the same key again', () => {
  test('gets the same bytes without a second turn, for a first message too', async () => {
    const ports = fakePorts();
    const app = createServer(ports);
    const first = await send(app, { text: 'なくした' });
    const again = await send(app, { text: 'なくした' });
    expect(again.statusCode).toBe(200);
    expect(again.body).toBe(first.body);
    expect(ports.heard).toHaveLength(1);
  });

  test('gets them inside of a conversation, although others came between', async () => {
    const ports = fakePorts();
    const app = createServer(ports);
    const { conversationId } = (await send(app, { text: 'あ' }, 'first-message')).json();
    const said = await send(app, { text: 'い', conversationId });
    await send(app, { text: 'う', conversationId }, 'third-message');
    const again = await send(app, { text: 'い', conversationId });
    expect(again.body).toBe(said.body);
    expect(ports.heard).toHaveLength(3);
  });

  test('makes one turn of two messages that come at once', async () => {
    const ports = fakePorts();
    const app = createServer(ports);
    const both = await Promise.all([send(app, { text: 'なくした' }), send(app, { text: 'なくした' })]);
    expect(both[0].body).toBe(both[1].body);
    expect(ports.heard).toHaveLength(1);
  });

  test('with another message is refused, so that nobody gets the answer to another question', async () => {
    const ports = fakePorts();
    const app = createServer(ports);
    await send(app, { text: 'なくした' });
    const other = await send(app, { text: 'いつ届く' });
    expect(other.statusCode).toBe(422);
    expect(other.json().type).toBe('urn:madoguchi:problem:key-reused');
    expect(ports.heard).toHaveLength(1);
  });

  test.each([
    ['of an unknown conversation', 'unknown'],
    ['of an expired one', undefined],
  ])('finds the new conversation that began in place %s', async (_name, given) => {
    let now = 0;
    const ports = fakePorts({ now: () => now });
    const app = createServer(ports);
    const old = given ?? (await send(app, { text: 'あ' }, 'first-message')).json().conversationId;
    now = 31 * MINUTE;
    const first = await send(app, { text: 'い', conversationId: old });
    const again = await send(app, { text: 'い', conversationId: old });
    expect(again.body).toBe(first.body);
    expect(first.json().conversationId).not.toBe(old);
  });

  test('is new once its conversation is forgotten, by time or by wish', async () => {
    let now = 0;
    const ports = fakePorts({ now: () => now });
    const app = createServer(ports);
    const first = await send(app, { text: 'なくした' });
    now = 31 * MINUTE;
    const second = await send(app, { text: 'なくした' });
    expect(second.json().conversationId).not.toBe(first.json().conversationId);
    await app.inject({ method: 'DELETE', url: `/api/conversations/${second.json().conversationId}` });
    const third = await send(app, { text: 'なくした' });
    expect(third.json().conversationId).not.toBe(second.json().conversationId);
    expect(ports.heard).toHaveLength(3);
  });

  test('goes on being known as long as the conversation lives', async () => {
    let now = 0;
    const ports = fakePorts({ now: () => now });
    const app = createServer(ports);
    const first = await send(app, { text: 'なくした' });
    const { conversationId } = first.json();
    for (let turn = 0; turn < 3; turn += 1) {
      now += 20 * MINUTE;
      await send(app, { text: 'い', conversationId }, null);
    }
    expect((await send(app, { text: 'なくした' })).body).toBe(first.body);
  });

  test('is forgotten after thirty other messages, so that a long talk does not fill the memory', async () => {
    const ports = fakePorts();
    const app = createServer(ports);
    const { conversationId } = (await send(app, { text: 'あ' })).json();
    for (let turn = 0; turn < 30; turn += 1) {
      await send(app, { text: 'い', conversationId }, `message-${turn}-of-thirty`);
    }
    expect((await send(app, { text: 'あ' })).json().conversationId).not.toBe(conversationId);
    expect(ports.heard).toHaveLength(32);
  });
});

test('an answer is not remembered where the turn failed', async () => {
  let fails = true;
  const turn = (state: ConversationState) => {
    if (fails) throw new Error('broken');
    return resultOf([], state);
  };
  const app = createServer(fakePorts({ turn }));
  expect((await send(app, { text: 'なくした' })).statusCode).toBe(500);
  fails = false;
  expect((await send(app, { text: 'なくした' })).statusCode).toBe(200);
});

test.each(['short', 'a'.repeat(65), 'with space', 'ひらがなのかぎです', "';drop--"])(
  'refuses the key "%s"',
  async (key) => {
    const headers = { 'idempotency-key': encodeURI(key) };
    const request = { method: 'POST', url: '/api/messages', headers, payload: { text: 'あ' } } as const;
    expect((await createServer(fakePorts()).inject(request)).statusCode).toBe(400);
  },
);
