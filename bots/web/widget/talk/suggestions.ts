import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Waits for a pause in typing, so that not every key asks the server. */
const PAUSE_MS = 150;
/** One character begins too many questions to be of help. */
const FROM_CHARACTERS = 2;
/** Dates and numbers are personal, and a query may stand in the log of a proxy; they begin no question either. */
const NUMBER = /\d{4}/;
/** The server refuses longer ones, and nobody's question begins like that. */
const MOST_CHARACTERS = 100;

type Find = (q: string, signal: AbortSignal) => Promise<readonly string[]>;

/** The list of questions that opens while one is being typed: what is in it, and which one the arrows are on. */
export class Suggestions implements ReactiveController {
  items: readonly string[] = [];
  /** The place of the marked one; -1 while none is. */
  active = -1;
  readonly #host: ReactiveControllerHost;
  readonly #find: Find;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost, find: Find) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Looks for questions that begin like `value`, after a pause; the last call wins. */
  typed(value: string): void {
    this.#stop();
    const q = value.trim();
    const { length } = Array.from(q);
    if (length < FROM_CHARACTERS || length > MOST_CHARACTERS || NUMBER.test(q.normalize('NFKC'))) {
      this.close();
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    this.#timer = setTimeout(async () => {
      const items = await this.#find(q, asking.signal);
      if (!asking.signal.aborted) this.#show(items);
    }, PAUSE_MS);
  }

  /** Moves the mark down (1) or up (-1), round the ends. */
  move(step: 1 | -1): void {
    const count = this.items.length;
    if (count === 0) return;
    this.active = this.active === -1 && step === -1 ? count - 1 : (this.active + step + count) % count;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#stop();
    this.#show([]);
  }

  #show(items: readonly string[]): void {
    this.items = items;
    this.active = -1;
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }
}
