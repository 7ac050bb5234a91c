import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The widget's own words, typeset with readings and phrase breaks, by how they are written in its messages. */
export type ReadingTable = Readonly<Record<string, string>>;

/** Loads the readings of the widget's own words when they are first to be shown; without them the words stay plain. */
export class Readings implements ReactiveController {
  known: ReadingTable | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<ReadingTable>;
  #isLoading = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<ReadingTable>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {}

  async want(): Promise<void> {
    if (this.known || this.#isLoading) return;
    this.#isLoading = true;
    this.known = await this.#load().catch(() => undefined);
    this.#isLoading = false;
    this.#host.requestUpdate();
  }
}
