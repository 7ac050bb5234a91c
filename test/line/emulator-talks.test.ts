import { expect, test } from 'vitest';
import type { Happened, Happening } from '../../bots/line/emulator/happenings.ts';
import { afterwards, NOTHING_YET, type PageState } from '../../bots/line/emulator/page/talks.ts';

const TALK = 'U1';
const START: Happening = {
  kind: 'talks',
  botName: '窓口ボット',
  talks: [
    { id: TALK, name: '佐藤', kind: 'user', members: [{ id: TALK, name: '佐藤' }] },
    { id: 'U2', name: '鈴木', kind: 'user', members: [{ id: 'U2', name: '鈴木' }] },
  ],
};
const said = (text: string, messageId = text): Happening => ({
  kind: 'said',
  talk: TALK,
  user: TALK,
  messageId,
  content: { type: 'text', text },
});
const delivered = (...messages: readonly object[]): Happening => ({
  kind: 'delivered',
  talk: TALK,
  delivery: {
    seq: 1,
    at: 0,
    how: 'reply',
    to: TALK,
    replyToken: 'a',
    retryKey: null,
    requestId: 'r',
    messages,
    ids: [],
    violations: [],
  },
});
const asking = {
  type: 'text',
  text: 'どちらですか',
  quickReply: { items: [{ type: 'action', action: { type: 'message', label: '高崎市', text: '高崎市' } }] },
};

function after(...all: readonly Happening[]): PageState {
  const happened = [START, ...all].map((what, index): Happened => ({ seq: index + 1, at: 1_000, what }));
  return happened.reduce(afterwards, NOTHING_YET);
}
const talk = (state: PageState) => state.talks[0]!;

test('quick replies of the last message stand until somebody writes', () => {
  expect(talk(after(delivered(asking))).quickReplies).toMatchObject([{ label: '高崎市' }]);
  expect(talk(after(delivered(asking), said('高崎市'))).quickReplies).toEqual([]);
});

test('quick replies go with the next message of the bot, and count only on the last one of a call', () => {
  const plain = { type: 'text', text: 'はい' };
  expect(talk(after(delivered(asking), delivered(plain))).quickReplies).toEqual([]);
  expect(talk(after(delivered(asking, plain))).quickReplies).toEqual([]);
  expect(talk(after(delivered(plain, asking))).quickReplies).toHaveLength(1);
});

test('the bot is shown to be working until it answers', () => {
  const loading: Happening = { kind: 'loading', talk: TALK, seconds: 20 };
  expect(talk(after(loading)).loadingUntil).toBe(21_000);
  expect(talk(after(loading, delivered(asking))).loadingUntil).toBe(0);
});

test('an unsent message leaves no words behind', () => {
  const state = after(said('間違い', '7'), said('正しい', '8'), {
    kind: 'unsent',
    talk: TALK,
    messageId: '7',
  });
  expect(talk(state).lines).toMatchObject([{ content: null }, { content: { text: '正しい' } }]);
});

test('talks are kept apart, and a new start forgets them', () => {
  const state = after(said('こんにちは'));
  expect(state.talks.map(({ lines }) => lines.length)).toEqual([1, 0]);
  expect(after(said('こんにちは'), START).talks.map(({ lines }) => lines.length)).toEqual([0, 0]);
});

test('a bot that does not answer its webhook is noticed in the talk', () => {
  const event = {} as Extract<Happening, { kind: 'webhook' }>['event'];
  const webhook = (outcome: number | null): Happening => ({ kind: 'webhook', talk: TALK, event, outcome });
  expect(talk(after(webhook(200))).lines).toEqual([]);
  expect(talk(after(webhook(503), webhook(null))).lines).toMatchObject([{ from: 'note' }, { from: 'note' }]);
});
