import type { App } from '@slack/bolt';
import fc from 'fast-check';
import { fastify } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { createReceiver, EVENTS_PATH } from '../../bots/slack/receiver.ts';
import { rememberSeen } from '../../bots/slack/seen.ts';
import { isSigned, sign } from '../../bots/slack/signature.ts';
import { SECRET, type SlackBot, startBot } from './bot.ts';

const NOW = 1_795_000_000_000;
const at = (seconds: number) => String(NOW / 1000 + seconds);
const BODY = Buffer.from('token=x&text=%E7%B4%9B%E5%A4%B1');

describe('a signature', () => {
  const signed = (timestamp: string, secret = SECRET) => ({
    timestamp,
    signature: sign(BODY, timestamp, secret),
  });

  test.each([-300, 0, 300])('of %d seconds from now counts', (seconds) => {
    expect(isSigned(BODY, signed(at(seconds)), SECRET, NOW)).toBe(true);
  });

  test.each([-301, 301, -86_400])('of %d seconds from now may be a replay', (seconds) => {
    expect(isSigned(BODY, signed(at(seconds)), SECRET, NOW)).toBe(false);
  });

  test.each([
    ['another secret', signed(at(0), 'other')],
    ['no signature', { timestamp: at(0), signature: undefined }],
    ['no time', { timestamp: undefined, signature: sign(BODY, at(0), SECRET) }],
    ['a time that is none', { timestamp: 'NaN', signature: sign(BODY, 'NaN', SECRET) }],
    ['another time than was signed', { timestamp: at(1), signature: sign(BODY, at(0), SECRET) }],
    ['another version', { timestamp: at(0), signature: sign(BODY, at(0), SECRET).replace('v0', 'v1') }],
    ['two signatures', { timestamp: at(0), signature: [sign(BODY, at(0), SECRET)] }],
  ])('with %s does not', (_what, header) => {
    expect(isSigned(BODY, header, SECRET, NOW)).toBe(false);
  });

  test('holds for these bytes alone', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const other = Buffer.from(bytes);
        return isSigned(other, signed(at(0)), SECRET, NOW) === other.equals(BODY);
      }),
    );
  });
});

describe('POST /slack/events', () => {
  let bot: SlackBot;
  afterEach(() => bot.stop());

  const post = (type: string, body: string, secret = SECRET) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(body, timestamp, secret),
    };
    return fetch(bot.url, { method: 'POST', headers, body });
  };
  const JSON_TYPE = 'application/json';
  const FORM = 'application/x-www-form-urlencoded';

  test('tells Slack that the address is ours', async () => {
    bot = await startBot();
    const answer = await post(JSON_TYPE, JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(await answer.json()).toEqual({ challenge: 'abc' });
    expect((await post(FORM, 'ssl_check=1&token=x')).status).toBe(200);
  });

  test.each([
    ['an unsigned request', JSON_TYPE, '{}', 'wrong', 401],
    ['no JSON', JSON_TYPE, 'text', SECRET, 400],
    ['a list', JSON_TYPE, '[]', SECRET, 400],
    ['a payload that is none', FORM, 'payload=%7B', SECRET, 400],
    ['a body that is too large', JSON_TYPE, `"${'x'.repeat(2 ** 20)}"`, SECRET, 413],
  ])('refuses %s', async (_what, type, body, secret, status) => {
    bot = await startBot();
    expect((await post(type, body, secret)).status).toBe(status);
    expect(bot.slack.calls).toEqual([]);
  });

  test.each([
    '{}',
    '{"type":"block_actions","actions":[],"user":{"id":"U1"},"team":null}',
    '{"event":null}',
    '{"event":{}}',
  ])('acknowledges what it does not know: %s', async (body) => {
    bot = await startBot();
    expect((await post(JSON_TYPE, body)).status).toBe(200);
  });

  test('leaves the other routes their JSON', async () => {
    bot = await startBot({
      routes: async (app) => {
        app.post('/api/echo', async ({ body }) => ({ got: body }));
      },
    });
    const url = new URL('/api/echo', bot.url);
    const headers = { 'content-type': JSON_TYPE };
    const answer = await fetch(url, { method: 'POST', headers, body: '{"a":1}' });
    expect(await answer.json()).toEqual({ got: { a: 1 } });
  });

  test('acknowledges in time what is still at work', async () => {
    const held = Promise.withResolvers<readonly []>();
    bot = await startBot({ counter: { missed: () => held.promise } });
    // Neither waits for the queue: an event is acknowledged before, and a button at once.
    await bot.staff.openHome();
    await bot.staff.press({ action_id: 'refresh' });
    expect(bot.slack.workspace.homes.size).toBe(0);
    held.resolve([]);
    await bot.settled();
    expect(bot.slack.workspace.homes.size).toBe(1);
  });

  test('an event that Slack sends again is answered once', async () => {
    bot = await startBot();
    bot.slack.workspace.joined.add('C1');
    for (const _again of [1, 2, 3]) await bot.staff.mention('紛失', 'C1', { event_id: 'Ev1' });
    await bot.settled();
    expect(bot.slack.calls).toEqual(['chat.postEphemeral']);
  });

  test('where nobody can say whether it is the first, it is answered', async () => {
    bot = await startBot({ channel: { firstSeen: () => Promise.reject(new Error('no database')) } });
    bot.slack.workspace.joined.add('C1');
    await bot.staff.mention('紛失');
    await bot.settled();
    expect(bot.slack.calls).toEqual(['chat.postEphemeral']);
  });
});

test('what nobody acknowledges is acknowledged all the same', async () => {
  const receiver = createReceiver({ signingSecret: SECRET, now: () => NOW, acknowledgedWithinMs: 20 });
  const asked: unknown[] = [];
  const stuck = {
    processEvent: ({ body }: { body: unknown }) => {
      asked.push(body);
      return new Promise(() => {});
    },
  };
  receiver.init(stuck as unknown as App);
  const app = fastify();
  app.register(receiver.routes);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': at(0),
    'x-slack-signature': sign(BODY, at(0), SECRET),
  };
  const answer = await app.inject({ method: 'POST', url: EVENTS_PATH, headers, payload: BODY });
  expect(answer.statusCode).toBe(200);
  expect(asked).toEqual([{ token: 'x', text: '紛失' }]);
  await app.close();
});

test('the memory of seen events is bounded, and forgets the oldest', async () => {
  const first = rememberSeen(2);
  const asked = async (...ids: readonly string[]) => {
    const answers: boolean[] = [];
    for (const id of ids) answers.push(await first(id));
    return answers;
  };
  expect(await asked('a', 'a', 'b', 'c', 'b', 'a')).toEqual([true, false, true, true, false, true]);
});
