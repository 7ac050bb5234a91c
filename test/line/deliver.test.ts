import { describe, expect, test } from 'vitest';
import type { LineApi, Sent } from '../../bots/line/api.ts';
import { type Delivery, deliver, LineRefusal, LineUnavailable } from '../../bots/line/deliver.ts';

const SENT: Sent = { kind: 'sent' };
const SPENT: Sent = { kind: 'refused', status: 400, isTokenSpent: true };
const REFUSED: Sent = { kind: 'refused', status: 400, isTokenSpent: false };
const DOWN: Sent = { kind: 'unavailable', error: '500', isHarmless: false };
const BUSY: Sent = { kind: 'unavailable', error: '429', isHarmless: true };

const NOW = 1_795_000_000_000;
const MESSAGES = [{ type: 'text', text: 'はい。' }] as const;

/** Delivers over an API that answers as told, and gives back what it was asked beside the outcome. */
async function tried(answers: { reply?: Sent; push?: Sent }, over: Partial<Delivery> = {}) {
  const calls: string[] = [];
  const api: LineApi = {
    reply: async (token) => {
      calls.push(`reply ${token}`);
      return answers.reply ?? SENT;
    },
    push: async (to, _messages, key) => {
      calls.push(`push ${to} ${key}`);
      return answers.push ?? SENT;
    },
    showLoading: async () => SENT,
  };
  const event = { id: '01H', occurredAt: NOW - 2_000, replyToken: 'token' };
  const delivery = { event, messages: MESSAGES, pushTo: 'U1', isInDoubt: false, now: NOW, ...over };
  const outcome = await deliver(api, delivery).catch((error: unknown) => error);
  return { calls, outcome };
}

const old = { event: { id: '01H', occurredAt: NOW - 61_000, replyToken: 'token' } };
const PUSH = expect.stringMatching(/^push U1 [0-9a-f-]{36}$/);

describe('deliver', () => {
  test('replies, which costs the city nothing', async () => {
    expect(await tried({})).toEqual({ calls: ['reply token'], outcome: 'replied' });
  });

  test('pushes once where the token has expired', async () => {
    expect(await tried({ reply: SPENT }, old)).toEqual({ calls: ['reply token', PUSH], outcome: 'pushed' });
  });

  test('pushes where a first reply is refused, whatever the reason', async () => {
    expect((await tried({ reply: SPENT })).outcome).toBe('pushed');
    expect((await tried({ reply: REFUSED })).outcome).toBe('pushed');
  });

  test('takes a push that LINE had accepted before for done', async () => {
    expect((await tried({ reply: SPENT, push: { kind: 'sent-before' } })).outcome).toBe('pushed');
  });

  test('names the push alike at every attempt', async () => {
    const [first, second] = [
      await tried({ reply: SPENT }),
      await tried({ reply: SPENT }, { isInDoubt: true, ...old }),
    ];
    expect(second.calls[1]).toBe(first.calls[1]);
  });

  test('does not answer twice where an earlier attempt has used the young token', async () => {
    expect(await tried({ reply: SPENT }, { isInDoubt: true })).toEqual({
      calls: ['reply token'],
      outcome: 'presumed',
    });
  });

  test('answers in doubt where the token is too old to tell whether the earlier attempt arrived', async () => {
    expect((await tried({ reply: SPENT }, { isInDoubt: true, ...old })).outcome).toBe('pushed-in-doubt');
  });

  test('leaves the event to be tried again while LINE is down', async () => {
    const { calls, outcome } = await tried({ reply: DOWN });
    expect(outcome).toBeInstanceOf(LineUnavailable);
    expect(calls).toEqual(['reply token']);
    expect((await tried({ reply: SPENT, push: DOWN })).outcome).toBeInstanceOf(LineUnavailable);
  });

  test.each([
    ['a reply that failed midway', { reply: DOWN }, true],
    ['a reply that LINE did not take', { reply: BUSY }, false],
    ['a push, which LINE takes once', { reply: SPENT, push: DOWN }, false],
  ])('tells whether %s leaves a doubt', async (_case, answers, isInDoubt) => {
    expect((await tried(answers)).outcome).toMatchObject({ isInDoubt });
  });

  test('gives up where LINE refuses the push', async () => {
    expect((await tried({ reply: SPENT, push: REFUSED })).outcome).toBeInstanceOf(LineRefusal);
  });

  test('never pushes what must not be pushed', async () => {
    const { calls, outcome } = await tried({ reply: SPENT }, { ...old, pushTo: undefined });
    expect(calls).toEqual(['reply token']);
    expect(outcome).toBe('undelivered');
  });

  test('pushes an event that came without a token', async () => {
    const event = { id: '01H', occurredAt: NOW };
    expect(await tried({}, { event })).toEqual({ calls: [PUSH], outcome: 'pushed' });
  });
});
