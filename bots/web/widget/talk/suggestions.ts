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
  readonly #isPersonal: (text: string) => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  /** Nothing is asked for a text of which `isPersonal` says that it may hold somebody's date. */
  constructor(host: ReactiveControllerHost, find: Find, isPersonal: (text: string) => boolean) {
    this.#host = host;
    this.#find = find;
    this.#isPersonal = isPersonal;
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
    const isPersonal = NUMBER.test(q.normalize('NFKC')) || this.#isPersonal(q);
    if (length < FROM_CHARACTERS || length > MOST_CHARACTERS || isPersonal) {
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

  /**
   * What a key does to the open list: the arrows go round the ends; Home and End go to them once an item is marked, and
   * else move in the text; Escape closes the list. False where the key is none of its business.
   */
  key(key: string): boolean {
    const { length } = this.items;
    if (length === 0) return false;
    switch (key) {
      case 'ArrowDown':
        return this.#mark((this.active + 1) % length);
      case 'ArrowUp':
        return this.#mark(this.active <= 0 ? length - 1 : this.active - 1);
      case 'Home':
        return this.active >= 0 && this.#mark(0);
      case 'End':
        return this.active >= 0 && this.#mark(length - 1);
      case 'Escape':
        this.close();
        return true;
      default:
        return false;
    }
  }

  #mark(place: number): true {
    this.active = place;
    this.#host.requestUpdate();
    return true;
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
