import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import type { ConversationState } from '../../../src/conversation/index.ts';
import type { Part } from '../../../src/reply/index.ts';
import { fakePorts, resultOf } from '../fake-ports.ts';

const send = async (app: FastifyInstance, payload: object) =>
  (await app.inject({ method: 'POST', url: '/api/messages', payload })).json();

/** A server that writes down each state it went on from, and leaves what `next` makes of it. */
function listening(next: (state: ConversationState) => ConversationState) {
  const states: ConversationState[] = [];
  const turn = (state: ConversationState) => {
    states.push(state);
    return resultOf([], next(state));
  };
  return { app: createServer(fakePorts({ turn })), states };
}

const PENDING: ConversationState = {
  version: 1,
  topic: 'certificate-validity',
  pending: {
    kind: 'slot',
    slot: 'birthDate',
    inquiry: { entry: 'certificate-validity', rule: 'certificate-validity', facts: {}, unknown: [] },
  },
  answered: { entry: 'leave-nhi', rule: 'leave-nhi', facts: {}, unknown: [] },
};

describe('language', () => {
  test('goes into the state, stays without being said again, and Japanese takes it out', async () => {
    const { app, states } = listening((state) => state);
    const { conversationId } = await send(app, { text: 'a', language: 'en' });
    await send(app, { text: 'b', conversationId });
    await send(app, { text: 'c', conversationId, language: 'ja' });
    expect(states).toEqual([{ version: 1, language: 'en' }, { version: 1, language: 'en' }, { version: 1 }]);
  });

  test('is one that the bot speaks', async () => {
    const payload = { text: 'a', language: 'fr' };
    const response = await createServer(fakePorts()).inject({
      method: 'POST',
      url: '/api/messages',
      payload,
    });
    expect(response.statusCode).toBe(400);
  });
});

describe('typeset', () => {
  test.each([
    [true, '〈はい。〉'],
    [false, 'はい。'],
    [undefined, 'はい。'],
  ])('%s gives %s', async (typeset, text) => {
    const { reply } = await send(createServer(fakePorts()), { text: 'a', typeset });
    expect(reply.parts).toEqual([{ kind: 'text', text }]);
  });

  test('leaves the danger in a reply', async () => {
    const turn = (state: ConversationState) => ({
      ...resultOf([{ kind: 'text', text: 'a' }], state),
      reply: { parts: [], isSensitive: true as const },
    });
    const { reply } = await send(createServer(fakePorts({ turn })), { text: 'a', typeset: true });
    expect(reply).toEqual({ parts: [], isSensitive: true });
  });
});

describe('dates on the device', () => {
  test('leave neither a question for a date nor the dates of the last answer with the server', async () => {
    const { app, states } = listening(() => PENDING);
    const { conversationId } = await send(app, { text: 'a', dates: 'device' });
    await send(app, { text: 'b', conversationId, dates: 'device' });
    expect(states[1]).toEqual({ version: 1, topic: 'certificate-validity' });
  });

  test('leave a question for the insurer, which is no date', async () => {
    const waiting: ConversationState = { version: 1, pending: { kind: 'insurer', entry: 'leave-nhi' } };
    const { app, states } = listening(() => waiting);
    const { conversationId } = await send(app, { text: 'a', dates: 'device' });
    await send(app, { text: 'b', conversationId, dates: 'device' });
    expect(states[1]).toEqual(waiting);
  });

  test.each(['server', undefined])('are not asked for by %s', async (dates) => {
    const { app, states } = listening(() => PENDING);
    const { conversationId } = await send(app, { text: 'a', dates });
    await send(app, { text: 'b', conversationId, dates });
    expect(states[1]).toEqual(PENDING);
  });
});

test('desks with known hours are said to be open or closed, at the moment and in the language of the talk', async () => {
  const opening = [{ days: ['mon'], from: '08:30', until: '17:15' }] as const;
  const parts: readonly Part[] = [
    { kind: 'contact', name: '窓口', opening },
    { kind: 'contact', name: '時間のわからない窓口' },
  ];
  const turn = (state: ConversationState) => resultOf(parts, state);
  const app = createServer(fakePorts({ turn, now: () => 7 }));
  const { reply } = await send(app, { text: 'a', language: 'en' });
  expect(reply.parts).toEqual([
    { kind: 'contact', name: '窓口', opening, status: { isOpen: true, text: 'en' } },
    { kind: 'contact', name: '時間のわからない窓口' },
  ]);
});
