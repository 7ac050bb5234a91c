import { z } from 'zod';
import { seeded } from './random.ts';

/**
 * What can go wrong with a call that carries messages. `before` and `after` say whether LINE had processed the call;
 * `expired-token` strikes replies only, as if the minute of their token were over.
 */
export const FAULT_KINDS = [
  '429',
  '500',
  'timeout-before',
  'timeout-after',
  'slow',
  'reset-before',
  'reset-after',
  'expired-token',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

const kind = z.enum(FAULT_KINDS);
const ms = z.int().min(0).max(600_000);

/** `POST /_emulator/faults`: what changes; `next` is struck before any random one. */
export const faultOrder = z.strictObject({
  /** Of 1, how many calls fail at random. */
  rate: z.number().min(0).max(1).optional(),
  kinds: z.array(kind).optional(),
  seed: z.int().optional(),
  /** How long `slow` takes, and for how long a call that times out is left without an answer. */
  slowMs: ms.optional(),
  hangMs: ms.optional(),
  next: z.strictObject({ kind, times: z.int().min(1).max(100_000) }).optional(),
});
export type FaultOrder = z.infer<typeof faultOrder>;

/** The faults as they are set now. */
export interface FaultSettings {
  readonly rate: number;
  readonly kinds: readonly FaultKind[];
  readonly slowMs: number;
  readonly hangMs: number;
  readonly waiting: readonly FaultKind[];
}

/** Faults on demand: some at random, the same for the same seed, and some by order. */
export class Faults {
  #rate = 0;
  #kinds: readonly FaultKind[] = FAULT_KINDS;
  #random = seeded(1);
  #slowMs = 1_000;
  #hangMs = 30_000;
  #waiting: FaultKind[] = [];

  /** Changes what is named and leaves the rest; a `seed` starts the random faults anew. */
  set(order: Omit<FaultOrder, 'next'>): void {
    this.#rate = order.rate ?? this.#rate;
    this.#kinds = order.kinds ?? this.#kinds;
    this.#slowMs = order.slowMs ?? this.#slowMs;
    this.#hangMs = order.hangMs ?? this.#hangMs;
    if (order.seed !== undefined) this.#random = seeded(order.seed);
  }

  /** Strikes the next `times` calls, after those that were ordered before. */
  next(kind: FaultKind, times = 1): void {
    this.#waiting.push(...Array.from({ length: times }, () => kind));
  }

  /** No more faults. */
  clear(): void {
    this.#rate = 0;
    this.#waiting = [];
  }

  get settings(): FaultSettings {
    return {
      rate: this.#rate,
      kinds: this.#kinds,
      slowMs: this.#slowMs,
      hangMs: this.#hangMs,
      waiting: [...this.#waiting],
    };
  }

  /** The fault that strikes this call; a push leaves the faults of replies to the next reply. */
  strike(how: 'reply' | 'push'): FaultKind | null {
    const strikes = (kind: FaultKind) => how === 'reply' || kind !== 'expired-token';
    const ordered = this.#waiting.findIndex(strikes);
    if (ordered >= 0) return this.#waiting.splice(ordered, 1)[0] ?? null;
    if (this.#rate === 0 || this.#random() >= this.#rate) return null;
    const kinds = this.#kinds.filter(strikes);
    return kinds[Math.floor(this.#random() * kinds.length)] ?? null;
  }
}
