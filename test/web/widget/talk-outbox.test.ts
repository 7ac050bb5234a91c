import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterEvent, type Outbox, type OutboxEvent } from '../../../bots/web/widget/talk/outbox.ts';

type Event = OutboxEvent<string>;

const EMPTY: Outbox<string> = { kind: 'empty' };
const unreachable: Event = { kind: 'hindered', why: { kind: 'unreachable' } };
const busy = (retryAfterMs: number): Event => ({
  kind: 'hindered',
  why: { kind: 'busy', retryAfterMs, message: '混み合っています' },
});

const outboxAfter = (...events: readonly Event[]) => events.reduce<Outbox<string>>(afterEvent, EMPTY);
const SEND: Event = { kind: 'send', message: 'm' };
const DUE: Event = { kind: 'due' };

describe('the outbox', () => {
  test('waits longer after every failure, and 15 seconds from the fifth on', () => {
    const waits: number[] = [];
    let outbox = outboxAfter(SEND);
    for (let i = 0; i < 7; i += 1) {
      outbox = afterEvent(outbox, unreachable);
      if (outbox.kind === 'waiting') waits.push(outbox.delayMs);
      outbox = afterEvent(outbox, DUE);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  test.each([
    [30_000, 30_000],
    [10, 1_000],
    [3_600_000, 120_000],
  ])('waits as long as a busy server asks (%i ms), within reason', (asked, waits) => {
    expect(outboxAfter(SEND, busy(asked))).toMatchObject({ kind: 'waiting', delayMs: waits });
  });

  test('tries at once when the network is back, but lets a busy server have its time', () => {
    expect(outboxAfter(SEND, unreachable, { kind: 'online' })).toMatchObject({
      kind: 'sending',
      message: 'm',
    });
    const waiting = outboxAfter(SEND, busy(5_000));
    expect(afterEvent(waiting, { kind: 'online' })).toBe(waiting);
  });

  test('takes no second message while one is on its way', () => {
    const sending = outboxAfter(SEND);
    expect(afterEvent(sending, { kind: 'send', message: 'other' })).toBe(sending);
  });

  test('is empty once it is answered or cancelled, and then takes the next', () => {
    for (const end of [{ kind: 'settled' }, { kind: 'cancel' }] as const)
      expect(outboxAfter(SEND, end, { kind: 'send', message: 'next' })).toMatchObject({ message: 'next' });
  });

  test('never holds another message than the one it was given, whatever happens in whatever order', () => {
    const event = fc.oneof(
      fc.integer().map((n): OutboxEvent<number> => ({ kind: 'send', message: n })),
      fc.constantFrom<OutboxEvent<number>>(
        { kind: 'settled' },
        { kind: 'due' },
        { kind: 'online' },
        { kind: 'cancel' },
        { kind: 'hindered', why: { kind: 'unreachable' } },
        { kind: 'hindered', why: { kind: 'busy', retryAfterMs: 3, message: '' } },
      ),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let outbox: Outbox<number> = { kind: 'empty' };
        for (const one of events) {
          const before: Outbox<number> = outbox;
          outbox = afterEvent(outbox, one);
          if (outbox.kind === 'empty' || before.kind === 'empty') continue;
          expect(outbox.message).toBe(before.message);
          expect(outbox.failures - before.failures).toBe(
            outbox.kind === 'waiting' && before.kind === 'sending' ? 1 : 0,
          );
        }
      }),
    );
  });
});
