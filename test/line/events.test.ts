import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWebhook } from '../../bots/line/events.ts';

const USER = { type: 'user', userId: 'U1' };
const GROUP = { type: 'group', groupId: 'C1', userId: 'U1' };
const common = { webhookEventId: '01H', timestamp: 1_795_000_000_000, mode: 'active', replyToken: 'token' };
const webhook = (...events: readonly object[]) => JSON.stringify({ destination: 'U0', events });
const read = (event: object) => parseWebhook(webhook({ ...common, source: USER, ...event }))!;
const only = (event: object) => read(event).events[0];
const message = (fields: object) => ({ type: 'message', message: { id: 'M1', ...fields } });

describe('parseWebhook reads', () => {
  test('a text', () => {
    expect(only(message({ type: 'text', text: 'なくしました' }))).toEqual({
      id: '01H',
      occurredAt: 1_795_000_000_000,
      replyToken: 'token',
      user: 'U1',
      happening: { kind: 'text', message: 'M1', text: 'なくしました' },
    });
  });

  test.each([
    ['sticker', { type: 'sticker', packageId: '1', stickerId: '2' }],
    ['picture', { type: 'image' }],
    ['sound', { type: 'audio', duration: 3000 }],
    ['place', { type: 'location', latitude: 36.3, longitude: 139 }],
    ['kind that LINE may add', { type: 'hologram' }],
  ])('a %s as something that is no text', (_case, fields) => {
    expect(only(message(fields))!.happening).toEqual({ kind: 'not-text', message: 'M1' });
  });

  test('a button and a date picker', () => {
    expect(only({ type: 'postback', postback: { data: 'menu' } })!.happening).toEqual({
      kind: 'postback',
      data: 'menu',
    });
    const picked = { data: 'date:birthDate', params: { date: '1956-11-01' } };
    expect(only({ type: 'postback', postback: picked })!.happening).toEqual({
      kind: 'postback',
      data: 'date:birthDate',
      date: '1956-11-01',
    });
  });

  test.each(['follow', 'unfollow'])('a %s', (type) => {
    expect(only({ type })!.happening).toEqual({ kind: type });
  });

  test('an unsent message', () => {
    expect(only({ type: 'unsend', unsend: { messageId: 'M1' } })!.happening).toEqual({
      kind: 'unsend',
      message: 'M1',
    });
  });

  test('no events, as the verify button of the console sends them', () => {
    expect(parseWebhook(webhook())).toEqual({ events: [], ignored: 0 });
  });
});

describe('in a group', () => {
  const mention = { mentionees: [{ index: 3, length: 3, type: 'user', isSelf: true }] };

  test('only what is said to the bot is read, without its name', () => {
    const event = only({ ...message({ type: 'text', text: 'ねえ @窓口 なくした', mention }), source: GROUP });
    expect(event).toMatchObject({ user: 'U1', group: 'C1', happening: { text: 'ねえ   なくした' } });
  });

  test.each([
    ['nobody is mentioned', undefined],
    [
      'somebody else is',
      { mentionees: [{ index: 0, length: 3, type: 'user', userId: 'U2', isSelf: false }] },
    ],
    ['everybody is', { mentionees: [{ index: 0, length: 4, type: 'all' }] }],
  ])('nothing is read where %s', (_case, others) => {
    const text = message({ type: 'text', text: '@みんな 夕ご飯は', ...(others && { mention: others }) });
    expect(read({ ...text, source: GROUP })).toEqual({ events: [], ignored: 1 });
  });

  test('stickers are not answered', () => {
    expect(read({ ...message({ type: 'sticker' }), source: GROUP }).events).toEqual([]);
  });
});

describe('what does not concern the bot is left out and counted', () => {
  test.each([
    ['an unknown type', { type: 'beacon' }],
    ['a channel on standby', { ...message({ type: 'text', text: 'a' }), mode: 'standby' }],
    ['an event without its id', { ...message({ type: 'text', text: 'a' }), webhookEventId: undefined }],
    ['an event of nobody', { type: 'follow', source: undefined }],
    ['a postback without data', { type: 'postback' }],
    [
      'a mention outside the text',
      { ...message({ type: 'text', text: 'a', mention: { mentionees: [{ index: -1, length: 2 }] } }) },
    ],
  ])('%s', (_case, event) => {
    expect(read(event)).toEqual({ events: [], ignored: 1 });
  });

  test('and does not keep the others from being read', () => {
    const text = { ...common, source: USER, ...message({ type: 'text', text: 'a' }) };
    expect(parseWebhook(webhook({ type: 'beacon' }, text, 7 as unknown as object))).toMatchObject({
      events: [{ id: '01H' }],
      ignored: 2,
    });
  });
});

describe('what is no webhook', () => {
  test.each(['', 'hello', '[]', 'null', '{}', '{"events":{}}', '{"events":[', '"events"'])('%s', (body) => {
    expect(parseWebhook(body)).toBeUndefined();
  });

  test('no JSON at all breaks it', () => {
    fc.assert(
      fc.property(fc.json(), fc.array(fc.jsonValue()), (json, events) => {
        expect(() => parseWebhook(json)).not.toThrow();
        expect(parseWebhook(JSON.stringify({ events }))!.events).toEqual([]);
      }),
    );
  });
});
