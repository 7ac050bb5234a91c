import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Says short things aloud through a `role=status` region: what is going on, never what a bubble of the log says already. */
export class Announcer implements ReactiveController {
  text = '';
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** After `delayMs`, unless something else is said first: an answer that comes at once makes 「お調べしています」 a noise. */
  say(text: string, delayMs = 0): void {
    this.quiet();
    this.#timer = setTimeout(() => this.#show(text), delayMs);
  }

  /** Takes back what has not been said yet; empty before the next words, or saying the same twice would be silent. */
  quiet(): void {
    clearTimeout(this.#timer);
    this.#show('');
  }

  #show(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.#host.requestUpdate();
  }
}
