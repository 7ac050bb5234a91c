import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { webTalk } from '../../../bin/web-talk.ts';
import {
  feedbackBody,
  insurers,
  menu,
  messageAnswer,
  problem,
  suggestions,
} from '../../../bots/web/api/schemas.ts';
import { createClient, type Sent } from '../../../bots/web/client.ts';
import { createServer } from '../../../bots/web/server.ts';
import type { Choice } from '../../../src/reply/index.ts';
import { createTypesetter, loadTokenizer } from '../../../src/text/index.ts';
import { asks, knowledge, TODAY, turn } from '../../conversation/talk.ts';
import { fakePorts } from '../fake-ports.ts';
import { fetchFrom } from '../fetch-from.ts';

const store = { feedback: { add: async () => {}, list: async () => [] } };
const ports = fakePorts({
  ...webTalk({ knowledge, store, typeset: createTypesetter(await loadTokenizer()) }),
  turn,
  today: () => TODAY,
});
const app: FastifyInstance = createServer(ports);
const client = createClient(new URL('https://bot.example.jp/'));
const never = new AbortController().signal;
let keys = 0;
const nextKey = () => `contract-${keys++}`;

beforeAll(() => void vi.stubGlobal('fetch', fetchFrom(app)));

const INSURERS = [undefined, ...Object.keys(knowledge.kb.insurers)];
const ENTRIES = Object.keys(knowledge.kb.entries);
const LANGUAGES = ['ja', 'en'] as const;

/** The answer to a message as the server sends it, held against the schema: nothing too much, nothing missing. */
async function answered(payload: object) {
  const response = await app.inject({ method: 'POST', url: '/api/messages', payload });
  expect(response.statusCode).toBe(200);
  expect(messageAnswer.parse(response.json())).toEqual(response.json());
  return messageAnswer.parse(response.json());
}

describe('what the conversation answers', () => {
  test.each(INSURERS)(
    'for %s is what the schema says, for every entry, in both languages',
    async (insurer) => {
      for (const entry of ENTRIES) {
        for (const language of LANGUAGES) {
          const pressed = await answered({ choice: `entry:${entry}`, insurer, language });
          expect(pressed.reply.parts.length).toBeGreaterThan(0);
        }
      }
    },
  );

  test('is what the schema says along any way through the buttons', async () => {
    const start = fc.record(
      {
        text: fc.constantFrom(
          'メニュー',
          'なくした',
          'ごみの日は',
          '死にたい',
          '夫に殴られています',
          ...ENTRIES.map(asks),
        ),
        insurer: fc.constantFrom(...Object.keys(knowledge.kb.insurers)),
        language: fc.constantFrom(...LANGUAGES),
        dates: fc.constantFrom('server', 'device'),
        typeset: fc.boolean(),
      },
      { requiredKeys: ['text'] },
    );
    await fc.assert(
      fc.asyncProperty(start, fc.array(fc.nat(20), { maxLength: 5 }), async ({ text, ...rest }, presses) => {
        let { conversationId, reply } = await answered({ text, ...rest });
        for (const press of presses) {
          const choices = reply.parts.flatMap((part): readonly Choice[] =>
            'choices' in part ? part.choices : [],
          );
          const choice = choices[press % choices.length]?.value ?? 'menu';
          ({ conversationId, reply } = await answered({ choice, conversationId, ...rest }));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the client', () => {
  test.each(INSURERS)('reads every answer for %s as the server sent it', async (insurer) => {
    for (const entry of ENTRIES) {
      const input = { choice: `entry:${entry}` };
      const key = nextKey();
      const message = { key, input, ...(insurer && { insurer }), language: 'ja', typeset: false } as const;
      const sent = await client.send(message, never);
      // The same key: the server's own words on the same turn
      const headers = { 'idempotency-key': key };
      const payload = { ...input, insurer, language: 'ja', typeset: false, dates: 'device' };
      const answer = (await app.inject({ method: 'POST', url: '/api/messages', headers, payload })).json();
      const { candidates: _unused, ...expected } = answer;
      expect(sent).toEqual({ kind: 'reply', ...expected } satisfies Sent);
    }
  });

  test('never makes the server wait for a date', async () => {
    const message = { input: { text: asks('certificate-validity') }, insurer: 'takasaki' };
    const asked = await client.send({ ...message, key: nextKey(), language: 'ja', typeset: false }, never);
    if (asked.kind !== 'reply') throw new Error('no reply');
    expect(asked.reply.parts.map(({ kind }) => kind)).toContain('date-request');
    const { conversationId } = asked;
    const next = { key: nextKey(), conversationId, language: 'ja', typeset: false } as const;
    const told = await client.send({ ...next, input: { text: '昭和31年11月1日' } }, never);
    expect(told).toMatchObject({ kind: 'reply', decision: 'unknown' });
  });

  test('and the server agree on lists and opinions', async () => {
    for (const language of LANGUAGES) {
      const listed = (await app.inject({ url: `/api/menu?language=${language}&typeset=1` })).json();
      expect(menu.parse(listed)).toEqual(listed);
      expect(await client.menu(language, never, true)).toEqual(listed.categories);
      const named = (await app.inject({ url: `/api/insurers?language=${language}` })).json();
      expect(insurers.parse(named)).toEqual(named);
      expect(await client.insurers(language)).toEqual(named.insurers);
    }
    const found = (await app.inject({ url: '/api/suggest?q=abc' })).json();
    expect(suggestions.parse(found)).toEqual(found);
    expect(await client.suggest('abc', never)).toEqual(
      found.suggestions.map(({ text }: { text: string }) => text),
    );
    const { conversationId } = await answered({ choice: 'entry:certificate-lost', insurer: 'takasaki' });
    const opinion = { conversationId, entry: 'certificate-lost', helpful: true, comment: 'よかった' };
    expect(feedbackBody.parse(opinion)).toEqual(opinion);
    expect(await client.giveFeedback(opinion)).toBe(true);
    client.forget(conversationId);
    await expect.poll(() => client.giveFeedback(opinion)).toBe(false);
  });
});

test('the menu leads to every entry, each in its category and in the order of the knowledge base', async () => {
  const categories = await client.menu('ja', never);
  expect(categories.map(({ id }) => id)).toEqual(Object.keys(knowledge.kb.categories));
  const values = categories.flatMap(({ entries }) => entries.map(({ value }) => value));
  expect(values.toSorted()).toEqual(ENTRIES.map((entry) => `entry:${entry}`).toSorted());
  for (const value of values) expect((await answered({ choice: value })).decision).toBe('answer');
});

test('a problem is what the schema says', async () => {
  for (const options of [
    { url: '/api/nowhere' },
    { method: 'PUT', url: '/api/menu' },
    { url: '/api/menu?language=fr' },
    { method: 'POST', url: '/api/messages', payload: { text: '' } },
  ] as const) {
    const body = (await app.inject(options)).json();
    expect(problem.parse(body)).toEqual(body);
  }
});
