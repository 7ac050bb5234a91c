import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import type { ConversationState, TurnInput, TurnResult } from '../../../src/conversation/index.ts';
import { answerOf, fakePorts, resultOf } from '../fake-ports.ts';

/** 「answer X」 is answered with X, 「choose」 and 「unknown」 are what they say, 「insurer X」 waits for it, 「dv」 and 「safety」 tell of danger. */
function turn(state: ConversationState, input: TurnInput): TurnResult {
  const said = 'text' in input ? input.text : input.choice;
  const { pending, ...rest } = state;
  const base = { ...resultOf([], rest), candidates: [] };
  if (said.includes('none-of-these') || said.includes('unknown'))
    return { ...base, decision: 'unknown', entry: null };
  if (said.includes('choose')) return { ...base, decision: 'choose', entry: null };
  if (said === 'safety') return { ...base, decision: 'safety', entry: null };
  if (said.includes('dv'))
    return { ...base, entry: 'dv', reply: { parts: [answerOf('dv')], isSensitive: true } };
  if (pending?.kind === 'insurer')
    return {
      ...base,
      entry: pending.entry,
      reply: { parts: [answerOf(pending.entry)] },
      state: { ...rest, insurer: 'ako' },
    };
  const entry = said.split(' ').at(-1)!;
  if (said.includes('insurer'))
    return { ...base, entry, state: { ...rest, pending: { kind: 'insurer', entry } } };
  return { ...base, entry, reply: { parts: [answerOf(entry)] } };
}

function bot(keeps: 'missed' | 'on' | 'off' = 'missed') {
  const ports = fakePorts({ turn });
  const app = createServer({ ...ports, intake: { ...ports.intake, keeps } });
  let conversationId: string | undefined;
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url: `/api/${url}`, payload });
  return {
    ...ports,
    app: app as FastifyInstance,
    say: async (...texts: readonly string[]) => {
      for (const text of texts) {
        const isChoice = text.startsWith('press ');
        const said = isChoice ? { choice: text.slice(6) } : { text };
        conversationId = (await post('messages', { ...said, conversationId })).json().conversationId;
      }
    },
    rate: (entry: string, helpful: boolean, comment?: string) =>
      post('feedback', { conversationId, entry, helpful, comment }),
  };
}

describe('staff are told of a question', () => {
  test('that was not understood, redacted', async () => {
    const { say, missed } = bot();
    await say('unknown 090-1234-5678 山田と申します');
    const question = {
      channel: 'web',
      insurer: null,
      entry: null,
      text: 'unknown [番号] [名前]と申します',
      reason: 'unknown',
    };
    expect(missed).toEqual([[question, expect.any(String)]]);
  });

  test('for which none of the offered answers fitted: the question, not the button', async () => {
    const { say, missed } = bot();
    await say('choose 090-1234-5678', 'press none-of-these');
    expect(missed.map(([question]) => question)).toMatchObject([
      { text: 'choose [番号]', reason: 'none-of-these', entry: null },
    ]);
  });

  test('once: a button of a choice that is no longer open says nothing', async () => {
    const { say, missed } = bot();
    await say('press none-of-these', 'choose', 'answer lost', 'press none-of-these');
    expect(missed).toEqual([]);
  });

  test('whose answer did not help, with the entry and what was asked', async () => {
    const { say, rate, missed } = bot();
    await say('answer lost', 'unknown', 'answer moved');
    missed.splice(0);
    await rate('lost', false);
    expect(missed.map(([question]) => question)).toEqual([
      { channel: 'web', insurer: null, reason: 'not-helpful', entry: 'lost', text: 'answer lost' },
    ]);
  });

  test.each([
    ['typed before a choice', ['choose one', 'press entry: lost'], 'choose one'],
    ['typed before the insurer was pressed', ['insurer lost', 'press insurer:ako'], 'insurer lost'],
    ['typed before the insurer was typed', ['insurer lost', '赤穂です'], 'insurer lost'],
  ])('whose answer did not help: what was %s', async (_what, texts, text) => {
    const { say, rate, missed } = bot();
    await say(...texts);
    await rate('lost', false);
    expect(missed.map(([question]) => question.text)).toEqual([text]);
  });

  test('not where it was only chosen from the menu: nobody knows what was asked', async () => {
    const { say, rate, missed, counts } = bot();
    await say('press entry: lost');
    await rate('lost', false);
    expect(missed).toEqual([]);
    expect(counts.at(-1)).toMatchObject([{ decision: 'not-helpful' }, 1]);
  });

  test.each([
    ['missed', 1, 0],
    ['on', 1, 2],
    ['off', 0, 0],
  ] as const)('with QUESTION_LOG=%s: %i missed, %i logged', async (keeps, missed, logged) => {
    const { say, rate, ...told } = bot(keeps);
    await say('answer lost', 'choose', 'press none-of-these', 'dv');
    await rate('lost', false);
    expect(told.missed).toHaveLength(missed);
    expect(told.asked).toHaveLength(logged);
    expect(told.counts).toHaveLength(5);
  });
});

describe('of somebody in danger', () => {
  test('nothing is told, from the first word on', async () => {
    const { say, rate, missed, asked, forgotten } = bot('on');
    await say('unknown');
    const [[, conversation]] = missed as [(typeof missed)[number]];
    missed.splice(0);
    await say('choose', 'dv', 'press none-of-these', 'unknown', 'answer lost');
    await rate('lost', false, '逃げています');
    expect(missed).toEqual([]);
    expect(asked.map(({ text }) => text)).toEqual(['unknown', 'choose']);
    expect(forgotten).toEqual([conversation]);
  });

  test.each(['dv', 'safety'])('only the turn is counted: %s', async (text) => {
    const { say, counts, missed } = bot();
    await say(text);
    expect(counts).toMatchObject([[{ isSensitive: true }, 1]]);
    expect(missed).toEqual([]);
  });

  test('an emergency closes the choice before it', async () => {
    const { say, missed } = bot();
    await say('choose', 'safety', 'press none-of-these');
    expect(missed).toEqual([]);
  });
});

describe('what is counted', () => {
  test('is each turn, typed or pressed, with what became of it', async () => {
    const { say, counts } = bot();
    await say('insurer lost', 'press insurer:ako', 'unknown');
    const turns = counts.map(([{ input, decision, entry, insurer }]) => [input, decision, entry, insurer]);
    expect(turns).toEqual([
      ['typed', 'answer', 'lost', null],
      ['pressed', 'answer', 'lost', 'ako'],
      ['typed', 'unknown', null, 'ako'],
    ]);
  });

  test('is an answer of the same message given again no more than once', async () => {
    const { app, counts } = bot();
    const again = () =>
      app.inject({
        method: 'POST',
        url: '/api/messages',
        headers: { 'idempotency-key': 'a-key-that-nobody-guesses' },
        payload: { text: 'answer lost' },
      });
    await again();
    await again();
    expect(counts).toHaveLength(1);
  });

  test('is an opinion once a conversation and entry, the last one', async () => {
    const { say, rate, counts, missed } = bot();
    await say('answer lost', 'answer moved');
    counts.splice(0);
    await rate('lost', false);
    await rate('lost', false, '古い');
    await rate('moved', true);
    await rate('lost', true);
    const opinions = counts.map(([{ input, decision, entry }, times]) => [input, decision, entry, times]);
    expect(opinions).toEqual([
      ['feedback', 'not-helpful', 'lost', 1],
      ['feedback', 'helpful', 'moved', 1],
      ['feedback', 'not-helpful', 'lost', -1],
      ['feedback', 'helpful', 'lost', 1],
    ]);
    expect(missed).toHaveLength(1);
  });
});
