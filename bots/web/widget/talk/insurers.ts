import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client, Insurer } from '../../client.ts';
import type { TalkModel } from './talk-model.ts';

type Load = Client['insurers'];

/** The insurers that a resident can choose from, in the language of the talk. */
export class Insurers implements ReactiveController {
  /** Empty until they are loaded, and where they cannot be. */
  known: readonly Insurer[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #load: Load;

  constructor(host: ReactiveControllerHost, load: Load) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {}

  async loadFor(model: TalkModel): Promise<void> {
    const language = model.botLanguage;
    const insurers = await this.#load(language);
    // Nothing came, or the language has been changed since.
    if (insurers.length === 0 || language !== model.botLanguage) return;
    this.known = insurers;
    // The server refuses an id that it does not know, and the page's author would not see it.
    if (!insurers.some(({ id }) => id === model.insurer)) model.set({ insurer: '' });
    this.#host.requestUpdate();
  }
}
