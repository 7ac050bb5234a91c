import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FiltersAnswer, LookupAnswer } from '../../staff/routes/lookup.ts';
import type { Trouble } from '../api.ts';
import type { DeskClient, Query } from './desk-client.ts';

/** Keys that follow each other as fast as this are one question; nobody notices the wait. */
export const PAUSE_MS = 40;
/** From when on somebody asks themselves whether anything is going on. */
export const SLOW_MS = 700;

/** Looks things up, the last question alone; what was found stays until something else is, so that the page holds still. */
export class LookingUp implements ReactiveController {
  found: LookupAnswer | undefined;
  filters: FiltersAnswer | undefined;
  /** What is shown was found by words, the likeliest first. */
  isSearched = false;
  trouble: Trouble | undefined;
  /** What is shown belongs to the last question. */
  isCurrent = false;
  isSlow = false;
  readonly #host: ReactiveControllerHost;
  readonly #client: DeskClient;
  #query: Query | undefined;
  #waiting: readonly ((answer: LookupAnswer) => void)[] = [];
  #asking: AbortController | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, client: DeskClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Asks after a short pause; a question before it is given up, with all that waits for it. */
  ask(query: Query): void {
    this.#stop();
    this.#query = query;
    this.#waiting = [];
    this.isCurrent = false;
    const asking = new AbortController();
    this.#asking = asking;
    this.#pause = setTimeout(() => void this.#send(query, asking.signal), PAUSE_MS);
    this.#slow = setTimeout(() => this.#set({ isSlow: true }), SLOW_MS);
    this.#host.requestUpdate();
  }

  /** Asks the same again: after a trouble, or when the page is looked at again. */
  again(): void {
    if (this.#query !== undefined) this.ask(this.#query);
  }

  /** Calls back once the answer of the last question, and of no later one, is there. */
  whenShown(callback: (answer: LookupAnswer) => void): void {
    this.#waiting = [...this.#waiting, callback];
  }

  /** What can be filtered by; asked for until it is there. */
  async loadFilters(): Promise<void> {
    if (this.filters !== undefined) return;
    const answered = await this.#client.filters();
    if (answered.kind === 'answer') this.#set({ filters: answered.data });
  }

  async #send(query: Query, signal: AbortSignal): Promise<void> {
    const answered = await this.#client.lookUp(query, signal);
    if (signal.aborted) return;
    clearTimeout(this.#slow);
    switch (answered.kind) {
      case 'answer':
        this.isSearched = query.text !== '';
        this.#set({ found: answered.data, trouble: undefined, isCurrent: true, isSlow: false });
        await this.#host.updateComplete;
        // Another question may have been asked while the page was drawn.
        if (!signal.aborted) for (const callback of this.#waiting) callback(answered.data);
        return;
      case 'signed-out':
      case 'unreachable':
      case 'refused':
        this.#set({ trouble: answered, isSlow: false });
    }
  }

  #set(state: Partial<Pick<LookingUp, 'found' | 'filters' | 'trouble' | 'isCurrent' | 'isSlow'>>): void {
    Object.assign(this, state);
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#slow);
    this.#asking?.abort();
    this.isSlow = false;
  }
}
