import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Happening, TalkInfo } from '../../bots/line/emulator/happenings.ts';
import {
  type Emulator,
  idOf,
  sign,
  startEmulator,
  type WebhookEvent,
} from '../../bots/line/emulator/index.ts';

const NOW = Date.UTC(2026, 7, 1);
const SECRET = 'secret';
const seen: { event: WebhookEvent; signed: boolean }[] = [];
let bot: Server;
let emulator: Emulator;
let people: readonly TalkInfo[];

beforeAll(async () => {
  bot = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const signed = request.headers['x-line-signature'] === sign(body, SECRET);
      for (const event of JSON.parse(body).events) seen.push({ event, signed });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((done) => bot.listen(0, '127.0.0.1', done));
  emulator = await startEmulator({
    port: 0,
    botWebhookUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/line/webhook`,
    channelSecret: SECRET,
    channelAccessToken: 't',
    now: () => NOW,
  });
  const stream = await listen();
  people = (await stream.next('talks')).talks;
  await stream.close();
});
afterAll(async () => {
  await emulator.close();
  bot.close();
});

interface Told {
  readonly id: string;
  readonly what: Happening;
}

type Of<K extends Happening['kind']> = Extract<Happening, { readonly kind: K }>;

/** Reads the stream as the page does. */
async function listen(lastEventId?: string) {
  const stop = new AbortController();
  const response = await fetch(`${emulator.url}/_emulator/stream`, {
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
    signal: stop.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const waiting: Told[] = [];
  let rest = '';
  const read = async (): Promise<Told> => {
    while (waiting.length === 0) {
      const { done, value } = await reader.read();
      if (done) throw new Error('the stream has ended');
      rest += value;
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(block)!;
        waiting.push({ id: id!, what: JSON.parse(data!).what });
      }
    }
    return waiting.shift()!;
  };
  return {
    response,
    read,
    /** The next of a kind, in a talk where one is given. */
    next: async <K extends Happening['kind']>(kind: K, talk?: TalkInfo): Promise<Of<K>> => {
      for (;;) {
        const { what } = await read();
        const here = talk === undefined || ('talk' in what && what.talk === talk.id);
        if (here && what.kind === kind) return what as Of<K>;
      }
    },
    close: async () => stop.abort(),
  };
}

const act = async (what: object, talk = people[0]!) =>
  (
    await fetch(`${emulator.url}/_emulator/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ talk: talk.id, user: talk.members[0]!.id, act: what }),
    })
  ).status;

const call = (path: string, body: object) =>
  fetch(`${emulator.url}/v2/bot${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the page and its script come from here, and may load nothing from elsewhere', async () => {
  for (const [path, type] of [
    ['/', 'text/html'],
    ['/page.js', 'text/javascript'],
    ['/page.css', 'text/css'],
  ]) {
    const response = await fetch(emulator.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
  expect(await (await fetch(`${emulator.url}/page.js`)).text()).not.toMatch(/\beval\(|new Function\(/);
});

test('what somebody types is signed and sent to the bot, and its reply comes back into the talk', async () => {
  const stream = await listen();
  const talk = people[0]!;
  expect(await act({ type: 'text', text: '資格確認書はいつまで使えますか' })).toBe(202);
  expect(await stream.next('said', people[0])).toMatchObject({ talk: talk.id, content: { type: 'text' } });
  expect(await stream.next('webhook', people[0])).toMatchObject({ outcome: 200 });
  const { event, signed } = seen.at(-1)!;
  expect(signed).toBe(true);
  expect(event).toMatchObject({ type: 'message', source: { type: 'user', userId: talk.id }, timestamp: NOW });
  const messages = [{ type: 'text', text: 'ご加入先はどちらですか' }];
  expect((await call('/message/reply', { replyToken: event.replyToken, messages })).status).toBe(200);
  expect(await stream.next('delivered', people[0])).toMatchObject({ talk: talk.id, delivery: { messages } });
  await stream.close();
});

test('a refused call, the loading animation and an unsent message are shown too', async () => {
  const stream = await listen();
  const to = people[1]!.id;
  await call('/message/push', { to, messages: [{ type: 'text', text: '' }] });
  expect(await stream.next('refused', people[1])).toMatchObject({
    talk: to,
    call: { violations: [{ path: 'messages[0].text' }] },
  });
  await call('/chat/loading/start', { chatId: to, loadingSeconds: 5 });
  expect(await stream.next('loading', people[1])).toEqual({ kind: 'loading', talk: to, seconds: 5 });
  await act({ type: 'unsend', messageId: '41' }, people[1]);
  expect(await stream.next('unsent', people[1])).toMatchObject({ messageId: '41' });
  await stream.close();
});

test('a fault that struck is shown', async () => {
  const stream = await listen();
  emulator.line.faults.next('500');
  await call('/message/push', { to: people[1]!.id, messages: [{ type: 'text', text: 'お知らせです' }] });
  expect(await stream.next('fault')).toMatchObject({ how: 'push', fault: '500' });
  await stream.close();
});

test('a date that was picked is a postback with its params, and says nothing for the resident', async () => {
  const stream = await listen();
  await act({ type: 'postback', data: 'birth', params: { date: '1956-11-01' } }, people[2]);
  const { event } = await stream.next('webhook', people[2]);
  expect(event).toMatchObject({
    type: 'postback',
    postback: { data: 'birth', params: { date: '1956-11-01' } },
  });
  await stream.close();
});

test('in a group, the bot’s name after an @ is a mention of the bot', async () => {
  const group = people.find(({ kind }) => kind === 'group')!;
  const stream = await listen();
  await act({ type: 'text', text: 'ねえ @窓口ボット いつまで?' }, group);
  const { event } = await stream.next('webhook', group);
  expect(event).toMatchObject({
    source: { type: 'group', groupId: group.id },
    message: {
      mention: { mentionees: [{ index: 3, length: 6, userId: emulator.line.botUserId, isSelf: true }] },
    },
  });
  await stream.close();
});

test('a page that comes back is told only what is new, and everything by an emulator that it does not know', async () => {
  const first = await listen();
  const { id, what } = await first.read();
  await first.close();
  expect(what.kind).toBe('talks');
  await act({ type: 'sticker' }, people[2]);
  const again = await listen(id);
  expect((await again.read()).what.kind).not.toBe('talks');
  await again.close();
  const elsewhere = await listen('another-run/99');
  expect((await elsewhere.read()).what.kind).toBe('talks');
  await elsewhere.close();
});

test('nobody acts in a talk that they are not in', async () => {
  expect(
    await act({ type: 'follow' }, { ...people[0]!, members: [{ id: idOf('U', 9, 9), name: '知らない人' }] }),
  ).toBe(404);
  expect(await act({ type: 'fly' })).toBe(400);
});
