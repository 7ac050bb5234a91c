import { afterEach } from 'vitest';
import { createLineStandIn, idOf, type LineStandIn } from '../../bots/line/emulator/index.ts';

/** A resident, the channel's access token, and something to say. */
export const USER = idOf('U', 1, 0);
export const TOKEN = 'token-of-the-channel';
export const hello = { type: 'text', text: 'こんにちは' };

/** The clock of every stand-in of a test file, in ms since 1970. */
export const clock = { now: Date.UTC(2026, 7, 1) };

const lines: LineStandIn[] = [];
afterEach(() => Promise.all(lines.splice(0).map(({ app }) => app.close())));

/** A stand-in, and the calls that a bot makes; closed after the test. */
export function start(options: { keep?: number } = {}) {
  const line = createLineStandIn({ channelAccessToken: TOKEN, now: () => clock.now, ...options });
  lines.push(line);
  const call = async (
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) => {
    const response = await line.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      ...(payload ? { payload } : {}),
    });
    return { status: response.statusCode, body: bodyOf(response), headers: response.headers };
  };
  const reply = (replyToken: string, messages: readonly object[] = [hello]) =>
    call('POST', '/v2/bot/message/reply', { replyToken, messages });
  const push = (retryKey?: string, messages: readonly object[] = [hello], to = USER) =>
    call('POST', '/v2/bot/message/push', { to, messages }, retryKey ? { 'x-line-retry-key': retryKey } : {});
  return { line, call, reply, push };
}

const bodyOf = (response: { payload: string; headers: Record<string, unknown> }): unknown =>
  String(response.headers['content-type']).includes('json') ? JSON.parse(response.payload) : response.payload;
