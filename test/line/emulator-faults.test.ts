import { describe, expect, it } from 'vitest';
import type { FaultKind, LineStandIn } from '../../bots/line/emulator/index.ts';
import { clock, hello, start, TOKEN, USER } from './emulator-start.ts';

describe('faults', () => {
  /** Sends a push over a real connection; an answer's status, or how the connection ended. */
  async function real(line: LineStandIn, kind: FaultKind, timeoutMs = 5_000): Promise<number | string> {
    const url = await line.app.listen({ port: 0, host: '127.0.0.1' });
    line.faults.next(kind);
    const answer = fetch(`${url}/v2/bot/message/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to: USER, messages: [hello] }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return answer.then(
      ({ status }) => status,
      (error: Error) => error.name,
    );
  }

  it.each([
    ['429', 429, 0],
    ['500', 500, 0],
    ['slow', 200, 1],
    ['reset-before', 'TypeError', 0],
    ['reset-after', 'TypeError', 1],
    ['timeout-before', 'TypeError', 0],
    ['timeout-after', 'TypeError', 1],
  ] as const)('%s ends in %s with %i deliveries', async (kind, outcome, deliveries) => {
    const { line } = start();
    line.faults.set({ slowMs: 5, hangMs: 20 });
    expect(await real(line, kind)).toBe(outcome);
    expect(line.deliveries).toHaveLength(deliveries);
  });

  it('leave a caller that gives up waiting without an answer', async () => {
    const { line } = start();
    expect(await real(line, 'timeout-after', 50)).toBe('TimeoutError');
    expect(line.deliveries).toHaveLength(1);
  });

  it('may end a reply token early, and pushes are spared', async () => {
    const { line, reply, push } = start();
    line.registerReplyToken('a', USER, clock.now);
    line.faults.next('expired-token');
    expect((await push()).status).toBe(200);
    expect(await reply('a')).toMatchObject({ status: 400, body: { message: 'Invalid reply token' } });
    expect((await reply('a')).status).toBe(400);
  });

  it('strike by order as often as was said, the earlier order first', async () => {
    const { line, push } = start();
    line.faults.next('500', 2);
    line.faults.next('429');
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await push()).status);
    expect(statuses).toEqual([500, 500, 429, 200]);
  });

  it('strike at random as often as was said, and the same with the same seed', async () => {
    const { line, push } = start();
    const run = async () => {
      line.faults.set({ rate: 0.2, kinds: ['500'], seed: 3 });
      const statuses = [];
      for (let i = 0; i < 300; i += 1) statuses.push((await push()).status);
      return statuses;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    const failed = first.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(30);
    expect(failed).toBeLessThan(90);
  });

  it('are set, read and ended from another process', async () => {
    const { line, call, push } = start();
    const order = { rate: 0, hangMs: 10, next: { kind: '429', times: 2 } };
    expect(await call('POST', '/_emulator/faults', order)).toMatchObject({
      status: 200,
      body: { hangMs: 10, waiting: ['429', '429'] },
    });
    expect((await push()).status).toBe(429);
    expect((await call('DELETE', '/_emulator/faults')).body).toMatchObject({ waiting: [] });
    expect((await push()).status).toBe(200);
    expect((await call('POST', '/_emulator/faults', { kinds: ['nothing'] })).status).toBe(400);
    expect(line.faults.settings.kinds).toHaveLength(8);
  });
});
