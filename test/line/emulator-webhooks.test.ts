import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import {
  createWebhooks,
  idOf,
  post,
  redelivered,
  type Source,
  sign,
} from '../../bots/line/emulator/index.ts';

const NOW = Date.UTC(2026, 7, 1);
const user: Source = { type: 'user', userId: idOf('U', 1, 0) };
const group: Source = { type: 'group', groupId: idOf('C', 1, 0), userId: idOf('U', 1, 0) };
const room: Source = { type: 'room', roomId: idOf('R', 1, 0) };

function build(seed = 1) {
  const registered: unknown[] = [];
  const make = createWebhooks({ seed, now: () => NOW, register: (...token) => registered.push(token) });
  return { make, registered };
}

const one = (seed: number) => {
  const { make } = build(seed);
  return [
    make.text(user, '保険証をなくした'),
    make.text(group, '@窓口 こんにちは', [{ index: 0, length: 3, userId: idOf('U', 1, 9), isSelf: true }]),
    make.postback(room, 'd', { date: '1956-11-01' }),
    make.follow(user),
    make.unfollow(user),
    make.unsend(user, '1'),
    make.join(group),
    make.sticker(user),
    make.image(user),
    make.video(user),
    make.audio(user),
    make.file(user),
    make.location(user),
    make.unknown(user),
  ];
};

test('every event has what the specification of webhooks requires', () => {
  for (const event of one(1)) {
    expect(event).toMatchObject({ mode: 'active', timestamp: NOW, deliveryContext: { isRedelivery: false } });
    expect(event.webhookEventId).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    if (event.type === 'message') expect(event.message).toMatchObject({ id: expect.stringMatching(/^\d+$/) });
  }
});

/** What webhook.yml requires of each kind beyond that. */
const REQUIRED = [
  ['text', ['id', 'quoteToken', 'text', 'type']],
  ['text', ['id', 'mention', 'quoteToken', 'text', 'type']],
  ['sticker', ['id', 'packageId', 'quoteToken', 'stickerId', 'stickerResourceType', 'type']],
  ['image', ['contentProvider', 'id', 'quoteToken', 'type']],
  ['video', ['contentProvider', 'duration', 'id', 'quoteToken', 'type']],
  ['audio', ['contentProvider', 'duration', 'id', 'type']],
  ['file', ['fileName', 'fileSize', 'id', 'type']],
  ['location', ['address', 'id', 'latitude', 'longitude', 'title', 'type']],
] as const;

test('every kind of message has its own properties', () => {
  const messages = one(1).flatMap(({ message }) => (message ? [message as { type: string }] : []));
  expect(messages.map((message) => [message.type, Object.keys(message).sort()])).toEqual(REQUIRED);
});

test('events that can be answered have a reply token, and the stand-in knows for which talk', () => {
  const { make, registered } = build();
  const { replyToken } = make.text(group, 'こんにちは');
  expect(registered).toEqual([[replyToken, group.type === 'group' && group.groupId, NOW]]);
  expect(make.unfollow(user).replyToken).toBeUndefined();
  expect(make.unsend(user, '1').replyToken).toBeUndefined();
  expect(registered).toHaveLength(1);
});

test('the same seed gives the same events, and another seed others', () => {
  expect(one(7)).toEqual(one(7));
  expect(one(7)[0]!.webhookEventId).not.toBe(one(8)[0]!.webhookEventId);
  expect(new Set(one(7).map(({ webhookEventId }) => webhookEventId)).size).toBe(14);
});

test('an event that is sent again keeps its id and its reply token', () => {
  const event = build().make.text(user, 'こんにちは');
  expect(redelivered(event)).toEqual({ ...event, deliveryContext: { isRedelivery: true } });
});

test('ids of users, groups and rooms have LINE’s form', () => {
  expect([idOf('U', 1, 0), idOf('C', 1, 0), idOf('R', 1, 0)].join()).toMatch(
    /^U[0-9a-f]{32},C[0-9a-f]{32},R[0-9a-f]{32}$/,
  );
  expect(new Set(Array.from({ length: 500 }, (_, n) => idOf('U', 1, n))).size).toBe(500);
});

test('the signature is LINE’s: HMAC-SHA256 with the channel secret as the key, in base64', () => {
  // RFC 4231 has no key of letters but this one.
  const expected = Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex');
  expect(sign('what do ya want for nothing?', 'Jefe')).toBe(expected.toString('base64'));
});

test('a call is signed over exactly the bytes that are sent', async () => {
  const seen: { body: string; signature: unknown }[] = [];
  const bot = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ body: Buffer.concat(chunks).toString(), signature: request.headers['x-line-signature'] });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => bot.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/line/webhook`;
  const events = [build().make.text(user, '資格確認書はいつ届きますか')];
  const destination = idOf('U', 1, 9);
  expect(await post({ url, channelSecret: 'secret', destination }, events)).toBe(204);
  bot.close();
  expect(seen).toEqual([
    { body: JSON.stringify({ destination, events }), signature: sign(seen[0]!.body, 'secret') },
  ]);
});
