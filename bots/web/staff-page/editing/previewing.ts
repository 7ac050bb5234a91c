import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PreviewAnswer } from '../../staff/routes/editing.ts';
import type { Trouble } from '../api.ts';
import { type EditingClient, refusalOf } from './client.ts';
import { type PlacedFault, placeFault } from './faults.ts';
import { type EntryForm, entryOf } from './model.ts';

/** Somebody who types has paused. */
export const PAUSE_MS = 700;

/** What a draft would look like to residents, kept up with what is typed while it is open. */
export class Previewing implements ReactiveController {
  isOpen = false;
  /** Null: somebody with an insurer that is not in the knowledge base. */
  insurer: string | null = null;
  asOf = '';
  shown: PreviewAnswer | undefined;
  /** Why the draft cannot be shown yet; what was shown before stays. */
  faults: readonly PlacedFault[] = [];
  trouble: Trouble | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #client: EditingClient;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked, so that an answer that comes late does not take the place of a newer one. */
  #asked = 0;

  constructor(host: ReactiveControllerHost, client: EditingClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
  }

  /** For whom it is shown, and on which day. */
  begin(insurer: string | null, asOf: string): void {
    this.#set({ insurer, asOf });
  }

  toggle(id: string, form: EntryForm): void {
    this.#set({ isOpen: !this.isOpen });
    this.changed(id, form, 0);
  }

  choose(choice: Partial<Pick<Previewing, 'insurer' | 'asOf'>>, id: string, form: EntryForm): void {
    this.#set(choice);
    this.changed(id, form, 0);
  }

  /** The draft is another now; it is looked at after a pause of so many milliseconds. */
  changed(id: string, form: EntryForm, pause = PAUSE_MS): void {
    clearTimeout(this.#pause);
    if (!this.isOpen) return;
    this.#pause = setTimeout(() => void this.#ask(id, form), pause);
  }

  async #ask(id: string, form: EntryForm): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { insurer, asOf } = this;
    const answered = await this.#client.preview({ id, entry: entryOf(form), insurer, asOf });
    if (asked !== this.#asked) return;
    switch (answered.kind) {
      case 'answer':
        this.#set({ shown: answered.data, faults: [], trouble: undefined });
        return;
      case 'refused': {
        const faults = refusalOf(answered.data).faults.map((fault) => placeFault(fault, form));
        this.#set({ faults, trouble: faults.length > 0 ? undefined : answered });
        return;
      }
      case 'signed-out':
      case 'unreachable':
        this.#set({ trouble: answered });
    }
  }

  #set(state: Partial<Previewing>): void {
    Object.assign(this, state);
    this.#host.requestUpdate();
  }
}
