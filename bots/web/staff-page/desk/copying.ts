import type { LitElement, ReactiveController } from 'lit';
import type { DeskPorts } from './ports.ts';

/** Puts texts on the clipboard; where the browser refuses, offers them to be copied by hand. */
export class Copying implements ReactiveController {
  /** Names what is on the clipboard, as far as the page knows; empty for nothing. */
  copied = '';
  /** What is offered to be copied by hand. */
  text = '';
  readonly #host: LitElement;
  readonly #write: DeskPorts['copy'];

  constructor(host: LitElement, write: DeskPorts['copy']) {
    this.#host = host;
    this.#write = write;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Whether the text is on the clipboard now. */
  async copy(name: string, text: string): Promise<boolean> {
    const isCopied = await this.#write(text);
    this.copied = isCopied ? name : '';
    this.text = isCopied ? '' : text;
    this.#host.requestUpdate();
    if (!isCopied) await this.#offer();
    return isCopied;
  }

  /** Something else is looked at. */
  forget(): void {
    this.copied = '';
  }

  async #offer(): Promise<void> {
    await this.#host.updateComplete;
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog#copy');
    dialog?.showModal();
    dialog?.querySelector('textarea')?.select();
  }
}
