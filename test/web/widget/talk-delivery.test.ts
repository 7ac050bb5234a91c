import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OutgoingMessage, Sent } from '../../../bots/web/client.ts';
import { Delivery, type Settled } from '../../../bots/web/widget/talk/delivery.ts';
import { answered, fakeClient, fakeHost } from './talk-fakes.ts';

const MESSAGE: OutgoingMessage = {
  key: 'key-0001',
  input: { text: 'なくした' },
  language: 'ja',
  typeset: true,
};
const UNREACHABLE: Sent = { kind: 'unreachable' };

/** A delivery on its element, the window beside it, and what has come of the messages. */
function delivering(...answers: readonly Sent[]) {
  const { client, sent } = fakeClient(...answers);
  const settled: Settled[] = [];
  const hindered = vi.fn();
  const network = new EventTarget();
  const delivery = new Delivery(fakeHost(), {
    send: client.send,
    settled: (_message, result) => void settled.push(result),
    hindered,
    network,
  });
  delivery.hostConnected();
  return { delivery, sent, settled, hindered, network };
}

describe('delivery', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('repeats the very same message until it is answered, and tells the answer once', async () => {
    const reply = answered();
    const { delivery, sent, settled, hindered } = delivering(UNREACHABLE, UNREACHABLE, reply);
    delivery.send(MESSAGE);
    await vi.runAllTimersAsync();
    expect(sent).toEqual([MESSAGE, MESSAGE, MESSAGE]);
    expect(settled).toEqual([reply]);
    expect(hindered).toHaveBeenCalledTimes(2);
    expect(delivery.isBusy).toBe(false);
  });

  test('tries at once when the browser says that the network is back', async () => {
    const { delivery, sent, settled, network } = delivering(UNREACHABLE, answered());
    delivery.send(MESSAGE);
    await vi.advanceTimersByTimeAsync(10);
    network.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
    expect(settled).toHaveLength(1);
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(2);
  });

  test('stops for good when it is cancelled, and hears no late answer', async () => {
    const { delivery, sent, settled } = delivering(UNREACHABLE);
    delivery.send(MESSAGE);
    await vi.advanceTimersByTimeAsync(500);
    delivery.cancel();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(settled).toEqual([]);
  });

  test('does not repeat what was refused', async () => {
    const { delivery, sent, settled } = delivering({ kind: 'refused', message: '長すぎます' });
    delivery.send(MESSAGE);
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
    expect(settled).toEqual([{ kind: 'refused', message: '長すぎます' }]);
  });

  test('goes on with the same message when a page moves the element', async () => {
    const { delivery, sent, settled } = delivering(UNREACHABLE, answered());
    delivery.send(MESSAGE);
    await vi.advanceTimersByTimeAsync(10);
    delivery.hostDisconnected();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    delivery.hostConnected();
    await vi.runAllTimersAsync();
    expect(sent).toEqual([MESSAGE, MESSAGE]);
    expect(settled).toHaveLength(1);
  });
});
