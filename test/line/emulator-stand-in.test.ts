import { describe, expect, it } from 'vitest';
import { idOf } from '../../bots/line/emulator/index.ts';
import { clock, hello, start, TOKEN, USER } from './emulator-start.ts';

const KEY = '123e4567-e89b-12d3-a456-426614174000';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a reply', () => {
  it('arrives in the talk of its event and is told to whoever listens', async () => {
    const { line, reply } = start();
    const heard: unknown[] = [];
    const stop = line.onDelivery((delivery) => heard.push(delivery));
    line.registerReplyToken('a', USER, clock.now);
    line.registerReplyToken('b', USER, clock.now);
    const { status, body, headers } = await reply('a');
    expect(status).toBe(200);
    expect(body).toMatchObject({ sentMessages: [{ id: expect.stringMatching(/^\d+$/) }] });
    expect(line.deliveries).toMatchObject([
      { seq: 1, at: clock.now, how: 'reply', to: USER, replyToken: 'a', messages: [hello], violations: [] },
    ]);
    expect(line.deliveries[0]!.requestId).toBe(headers['x-line-request-id']);
    stop();
    await reply('b');
    expect(heard).toEqual([line.deliveries[0]]);
  });

  it('works once', async () => {
    const { line, reply } = start();
    line.registerReplyToken('a', USER, clock.now);
    await reply('a');
    expect(await reply('a')).toMatchObject({ status: 400, body: { message: 'Invalid reply token' } });
    expect(await reply('never issued')).toMatchObject({
      status: 400,
      body: { message: 'Invalid reply token' },
    });
    expect(line.deliveries).toHaveLength(1);
  });

  it.each([
    [MINUTE - 1, 200],
    [MINUTE, 200],
    [MINUTE + 1, 400],
  ])('%i ms after its event is answered with %i', async (later, status) => {
    const { line, reply } = start();
    line.registerReplyToken('a', USER, clock.now);
    clock.now += later;
    expect((await reply('a')).status).toBe(status);
  });

  it('that says something wrong is refused as LINE does and kept as a violation, and the token still works', async () => {
    const { line, reply } = start();
    line.registerReplyToken('a', USER, clock.now);
    expect(await reply('a', [hello, { type: 'text', text: '' }])).toMatchObject({
      status: 400,
      body: {
        message: 'The request body has 1 error(s)',
        details: [{ message: 'May not be empty', property: 'messages[1].text' }],
      },
    });
    expect(line.deliveries).toEqual([]);
    expect(line.violations).toMatchObject([{ replyToken: 'a', violations: [{ path: 'messages[1].text' }] }]);
    expect((await reply('a')).status).toBe(200);
  });

  it('takes no retry key, because LINE takes it for pushes alone', async () => {
    const { line, call } = start();
    line.registerReplyToken('a', USER, clock.now);
    const body = { replyToken: 'a', messages: [hello] };
    const answer = await call('POST', '/v2/bot/message/reply', body, { 'x-line-retry-key': KEY });
    expect(answer.status).toBe(400);
  });
});

describe('a push', () => {
  it('with the same retry key arrives once within a day, however the key is written', async () => {
    const { line, push } = start();
    const first = await push(KEY);
    clock.now += DAY;
    const again = await push(KEY.toUpperCase());
    expect(again).toMatchObject({ status: 409, body: { sentMessages: [{ id: expect.anything() }] } });
    expect(again.headers['x-line-accepted-request-id']).toBe(first.headers['x-line-request-id']);
    expect(line.deliveries).toHaveLength(1);
    clock.now += 1;
    expect((await push(KEY)).status).toBe(200);
    expect(line.deliveries).toHaveLength(2);
  });

  it('without a key arrives each time', async () => {
    const { line, push } = start();
    await Promise.all([push(), push()]);
    expect(line.deliveries.map(({ seq, retryKey }) => [seq, retryKey])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('needs a UUID as its key, a talk to go to, and messages', async () => {
    const { push, call } = start();
    expect((await push('1')).status).toBe(400);
    expect((await push(undefined, [hello], 'someone')).status).toBe(400);
    expect((await push(undefined, [])).status).toBe(400);
    expect((await call('POST', '/v2/bot/message/push', {})).status).toBe(400);
  });

  it('that was refused may be tried again with its key', async () => {
    const { push } = start();
    expect((await push(KEY, [{ type: 'text' }])).status).toBe(400);
    expect((await push(KEY)).status).toBe(200);
  });
});

describe('every call', () => {
  it('needs the token of the channel', async () => {
    const { line } = start();
    for (const authorization of ['', 'Bearer wrong', TOKEN]) {
      const answer = await line.app.inject({ url: '/v2/bot/info', headers: { authorization } });
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['x-line-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('is answered in LINE’s form, also where there is nothing or no JSON', async () => {
    const { line, call } = start();
    expect(await call('GET', '/v2/bot/nothing')).toMatchObject({
      status: 404,
      body: { message: 'Not found' },
    });
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const broken = await line.app.inject({
      method: 'POST',
      url: '/v2/bot/message/push',
      headers,
      payload: '{',
    });
    expect([broken.statusCode, Object.keys(broken.json())]).toEqual([400, ['message']]);
  });

  it('about the bot tells who it is', async () => {
    const { line, call } = start();
    expect((await call('GET', '/v2/bot/info')).body).toMatchObject({
      userId: line.botUserId,
      chatMode: 'bot',
    });
  });

  it.each([
    [{ chatId: USER }, 202, 20],
    [{ chatId: USER, loadingSeconds: 60 }, 202, 60],
    [{ chatId: USER, loadingSeconds: 65 }, 400, null],
    [{ chatId: USER, loadingSeconds: 7 }, 400, null],
    [{ chatId: idOf('C', 1, 0) }, 400, null],
  ])('for the loading animation %j is answered with %i', async (body, status, seconds) => {
    const { line, call } = start();
    const shown: unknown[] = [];
    line.onLoading((loading) => shown.push(loading));
    expect((await call('POST', '/v2/bot/chat/loading/start', body)).status).toBe(status);
    expect(shown).toEqual(seconds === null ? [] : [{ to: USER, seconds }]);
  });
});

describe('a harness in another process', () => {
  it('makes its reply tokens known and reads what arrived since it last looked', async () => {
    const { call, reply, push } = start();
    expect((await call('POST', '/_emulator/reply-tokens', {})).status).toBe(400);
    await call('POST', '/_emulator/reply-tokens', { tokens: [{ replyToken: 'a', to: USER }] });
    await reply('a');
    await push();
    await push(undefined, []);
    const read = async (since: number) => (await call('GET', `/_emulator/deliveries?since=${since}`)).body;
    expect(await read(0)).toMatchObject({ deliveries: [{ seq: 1, how: 'reply' }, { seq: 2 }] });
    expect(await read(1)).toMatchObject({ deliveries: [{ seq: 2, how: 'push' }] });
    expect((await call('GET', '/_emulator/violations')).body).toMatchObject({ violations: [{ seq: 1 }] });
  });

  it('finds the latest deliveries where more arrived than are kept', async () => {
    const { line, push } = start({ keep: 2 });
    for (let i = 0; i < 9; i += 1) await push();
    expect(line.deliveries.length).toBeLessThan(4);
    expect(line.deliveries.at(-1)).toMatchObject({ seq: 9 });
  });
});
