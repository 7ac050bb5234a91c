import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls when the page is looked at again, as after signing in beside it or a night later, and when the network is back. */
export class Waking implements ReactiveController {
  readonly #wake: () => void;

  constructor(host: ReactiveControllerHost, wake: () => void) {
    this.#wake = wake;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
    window.addEventListener('online', this.#wake);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    window.removeEventListener('online', this.#wake);
  }

  readonly #seen = (): void => {
    if (document.visibilityState === 'visible') this.#wake();
  };
}
