import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskPorts } from './ports.ts';

/** Browsers stop a page that changes its address with every key. */
const DELAY_MS = 200;

/** Keeps the page's address in step with what is shown, so that it can be sent to a colleague. */
export class Address implements ReactiveController {
  readonly #replace: DeskPorts['replaceSearch'];
  #last: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    { search, replaceSearch }: Pick<DeskPorts, 'search' | 'replaceSearch'>,
  ) {
    this.#replace = replaceSearch;
    this.#last = search();
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  write(search: string): void {
    if (search === this.#last) return;
    this.#last = search;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#replace(search), DELAY_MS);
  }
}
