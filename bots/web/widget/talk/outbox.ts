/** How long to wait after the first, second, ... failure, in milliseconds; the last one from then on. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** The longest that a server may ask to wait. */
const LONGEST_WAIT_MS = 120_000;

/**
 * The one message that is on its way. It is the same value, with the same idempotency key, through all attempts, so that
 * the server can tell a repeated message from a new one.
 */
export type Outbox<M> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sending'; readonly message: M; readonly failures: number }
  | {
      readonly kind: 'waiting';
      readonly message: M;
      readonly failures: number;
      readonly delayMs: number;
      readonly why: Hindrance;
    };

/** Why a message waits; a busy server says it in a sentence for residents. */
export type Hindrance =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy'; readonly message: string; readonly retryAfterMs: number };

export type OutboxEvent<M> =
  | { readonly kind: 'send'; readonly message: M }
  /** The answer came, or the message was refused for good. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'hindered'; readonly why: Hindrance }
  /** The wait is over. */
  | { readonly kind: 'due' }
  /** The browser says that the network is back. */
  | { readonly kind: 'online' }
  | { readonly kind: 'cancel' };

/** The outbox after an event; the very same object where the event means nothing to it, as a second message meanwhile does. */
export function afterEvent<M>(outbox: Outbox<M>, event: OutboxEvent<M>): Outbox<M> {
  switch (event.kind) {
    case 'send':
      return outbox.kind === 'empty' ? { kind: 'sending', message: event.message, failures: 0 } : outbox;
    case 'settled':
      return outbox.kind === 'sending' ? { kind: 'empty' } : outbox;
    case 'hindered':
      return outbox.kind === 'sending' ? waiting(outbox, event.why) : outbox;
    case 'due':
      return outbox.kind === 'waiting' ? sending(outbox) : outbox;
    case 'online':
      // A busy server is not less busy because the resident's network is back.
      return outbox.kind === 'waiting' && outbox.why.kind === 'unreachable' ? sending(outbox) : outbox;
    case 'cancel':
      return outbox.kind === 'empty' ? outbox : { kind: 'empty' };
  }
}

function sending<M>({ message, failures }: Extract<Outbox<M>, { kind: 'waiting' }>): Outbox<M> {
  return { kind: 'sending', message, failures };
}

function waiting<M>(
  { message, failures }: Extract<Outbox<M>, { kind: 'sending' }>,
  why: Hindrance,
): Outbox<M> {
  const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]!;
  const asked = why.kind === 'busy' ? why.retryAfterMs : 0;
  const delayMs = Math.min(Math.max(pause, asked), LONGEST_WAIT_MS);
  return { kind: 'waiting', message, failures: failures + 1, delayMs, why };
}
