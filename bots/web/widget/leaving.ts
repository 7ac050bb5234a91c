import { createTwice } from './options.ts';

/** What the chat does about a talk that must not be seen. */
export interface LeavingPorts {
  /** Somebody is in danger from another person, who may look over the shoulder or at this device later. */
  isSensitive(): boolean;
  /** Hides everything and goes elsewhere. */
  leave(): void;
  forget(): void;
  /** The page was taken out of the browser's memory. */
  cameBack(): void;
}

/** Listens for Esc Esc wherever the focus is, and for the page being left and come back to. */
export class Leaving {
  readonly #ports: LeavingPorts;
  readonly #isTwice = createTwice();

  constructor(ports: LeavingPorts) {
    this.#ports = ports;
  }

  connect(): void {
    // On its way down, so that the page cannot keep the key from us.
    window.addEventListener('keydown', this.#pressed, true);
    window.addEventListener('pagehide', this.#left);
    window.addEventListener('pageshow', this.#shown);
  }

  disconnect(): void {
    window.removeEventListener('keydown', this.#pressed, true);
    window.removeEventListener('pagehide', this.#left);
    window.removeEventListener('pageshow', this.#shown);
  }

  readonly #pressed = (event: KeyboardEvent) => {
    if (isEscape(event) && this.#isTwice(event.timeStamp) && this.#ports.isSensitive()) this.#ports.leave();
  };

  /** The browser may keep the whole page for its back button. */
  readonly #left = () => {
    if (this.#ports.isSensitive()) this.#ports.forget();
  };

  readonly #shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#ports.cameBack();
  };
}

/** While kana are being converted, Esc belongs to the input method; 229 is how Safari says so. */
export function isEscape({ key, isComposing, keyCode }: KeyboardEvent): boolean {
  return key === 'Escape' && !isComposing && keyCode !== 229;
}
