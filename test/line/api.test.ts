import { afterEach, describe, expect, test } from 'vitest';
import { createLineApi } from '../../bots/line/api.ts';
import { createLineStandIn, type FaultKind, idOf, type LineStandIn } from '../../bots/line/emulator/index.ts';

const TOKEN = 'the-access-token';
const USER = idOf('U', 1, 0);
const KEY = '123e4567-e89b-82d3-a456-426614174000';
const HELLO = [{ type: 'text', text: 'はい。' }] as const;

const started: LineStandIn[] = [];
afterEach(() => Promise.all(started.splice(0).map(({ app }) => app.close())));

async function start(channelAccessToken = TOKEN) {
  const line = createLineStandIn({ channelAccessToken: TOKEN, now: Date.now });
  started.push(line);
  const baseUrl = await line.app.listen({ port: 0, host: '127.0.0.1' });
  line.registerReplyToken('token', USER, Date.now());
  return { line, api: createLineApi({ channelAccessToken, baseUrl, timeoutMs: 300 }) };
}

describe('a reply', () => {
  test('is sent once; after that its token is spent', async () => {
    const { line, api } = await start();
    expect(await api.reply('token', HELLO)).toEqual({ kind: 'sent' });
    expect(await api.reply('token', HELLO)).toEqual({ kind: 'refused', status: 400, isTokenSpent: true });
    expect(line.deliveries).toHaveLength(1);
  });

  test('that LINE does not take leaves its token as it was', async () => {
    const { api } = await start();
    expect(await api.reply('token', [{ type: 'text', text: '' }])).toMatchObject({ isTokenSpent: false });
  });

  test('under a wrong access token is refused', async () => {
    const { api } = await start('another');
    expect(await api.reply('token', HELLO)).toEqual({ kind: 'refused', status: 401, isTokenSpent: false });
  });

  test.each<[FaultKind, string, boolean]>([
    ['429', '429', true],
    ['500', '500', false],
    ['timeout-before', 'timeout', false],
    ['timeout-after', 'timeout', false],
    ['reset-before', 'network', false],
    ['reset-after', 'network', false],
  ])(
    'that fails by %s may be tried again, and tells whether it can have arrived',
    async (fault, error, isHarmless) => {
      const { line, api } = await start();
      line.faults.next(fault);
      expect(await api.reply('token', HELLO)).toEqual({ kind: 'unavailable', error, isHarmless });
    },
  );

  test('that finds nobody listening has certainly not arrived', async () => {
    const { line, api } = await start();
    await line.app.close();
    expect(await api.reply('token', HELLO)).toEqual({
      kind: 'unavailable',
      error: 'network',
      isHarmless: true,
    });
  });
});

test('a push of the same key is delivered once', async () => {
  const { line, api } = await start();
  expect(await api.push(USER, HELLO, KEY)).toEqual({ kind: 'sent' });
  expect(await api.push(USER, HELLO, KEY)).toEqual({ kind: 'sent-before' });
  expect(line.deliveries).toHaveLength(1);
});

test('the animation is shown', async () => {
  const { api } = await start();
  expect(await api.showLoading(USER)).toEqual({ kind: 'sent' });
});
