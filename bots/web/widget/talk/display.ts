import type { LitElement, ReactiveController } from 'lit';
import type { Messages } from '../messages/index.ts';
import { printAlone } from './print.ts';

export interface DisplayPorts {
  /** Rejects where the browser does not let a page copy. */
  readonly copy: (text: string) => Promise<void>;
  /** Says aloud what came of a press; it also stands in the panel. */
  readonly announce: (text: string) => void;
}

/** The 「表示」 panel: whether it is open, and what came of what was pressed in it. */
export class Display implements ReactiveController {
  isOpen = false;
  /** What was done last; empty for nothing. */
  done = '';
  /** The talk as text, where it has to be copied by hand. */
  byHand: string | undefined;
  readonly #host: LitElement;
  readonly #ports: DisplayPorts;

  constructor(host: LitElement, ports: DisplayPorts) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  hostConnected(): void {}

  open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.byHand = undefined;
    this.#tell('');
  }

  async copy(text: string, { display }: Messages): Promise<void> {
    try {
      await this.#ports.copy(text);
      this.byHand = undefined;
      this.#tell(display.copied);
    } catch {
      this.byHand = text;
      this.#tell('');
      await this.#host.updateComplete;
      // Its label says what to do.
      this.#host.renderRoot.querySelector<HTMLTextAreaElement>('#by-hand')?.select();
    }
  }

  print(title: string, { lang, display }: Messages): void {
    const log = this.#host.renderRoot.querySelector('.log');
    this.#tell(log && printAlone(log, { title, lang }) ? '' : display.printFailed);
  }

  /** Escape closes the panel and goes back to its button; what has been closed inside by then was meant instead. */
  pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !this.isOpen) return;
    event.preventDefault();
    this.open(false);
    this.#host.renderRoot.querySelector<HTMLElement>('#display-button')?.focus();
  }

  #tell(text: string): void {
    this.done = text;
    if (text !== '') this.#ports.announce(text);
    this.#host.requestUpdate();
  }
}
