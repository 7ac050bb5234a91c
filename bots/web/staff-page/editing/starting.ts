import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { EditingAnswer } from '../../staff/routes/editing.ts';
import type { PageWays } from './entry-editor.ts';
import type { PlacedFault } from './faults.ts';
import { blankForm, type EntryForm } from './model.ts';
import { phrasingsOf, startFaults, suggestedId } from './new-entry.ts';
import type { EditingPorts } from './ports.ts';
import { startView } from './start-view.ts';

const GONE = 'その質問は、もう片づいています。聞き方は空のまま始めます。';

/** The beginning of a new entry: its title, category and id. */
export class Starting {
  #start = { id: '', title: '', category: '' };
  /** Somebody has written an id of their own. */
  #isOwnId = false;
  #asked = '';
  #sentence = '';
  #faults: readonly PlacedFault[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #ports: EditingPorts;
  readonly #page: PageWays;

  constructor(host: ReactiveControllerHost, ports: EditingPorts, page: PageWays) {
    this.#host = host;
    this.#ports = ports;
    this.#page = page;
  }

  async open(question: number | undefined, lists: EditingAnswer): Promise<void> {
    this.#start = this.#ports.drafts.readStart();
    this.#isOwnId = this.#start.id !== '';
    this.#suggest(lists);
    this.#host.requestUpdate();
    if (question === undefined) return;
    const answered = await this.#ports.client.missed();
    const group =
      answered.kind === 'answer' ? answered.data.groups.find(({ id }) => id === question) : undefined;
    if (group) this.#asked = phrasingsOf(group);
    else if (answered.kind === 'answer') this.#page.tell(GONE);
    this.#host.requestUpdate();
  }

  render(lists: EditingAnswer, begin: (id: string, form: EntryForm) => void): TemplateResult {
    const view = {
      start: this.#start,
      lists,
      sentence: this.#sentence,
      faults: this.#faults,
      asked: this.#asked,
    };
    return startView(view, {
      change: (change) => {
        this.#start = { ...this.#start, ...change };
        if (change.id !== undefined) this.#isOwnId = change.id !== '';
        else this.#suggest(lists);
        const id = this.#isOwnId ? this.#start.id : '';
        this.#ports.drafts.writeStart({ ...this.#start, id });
        this.#host.requestUpdate();
      },
      begin: () => this.#begin(lists, begin),
      goTo: (field) => this.#page.focus(field),
    });
  }

  /** Tells why it cannot be begun so. */
  refuse(sentence: string): void {
    this.#sentence = sentence;
    this.#host.requestUpdate();
    this.#page.focus('summary');
  }

  #begin(lists: EditingAnswer, begin: (id: string, form: EntryForm) => void): void {
    this.#faults = startFaults(this.#start, lists.entries);
    if (this.#faults.length > 0) {
      this.refuse(`${this.#faults.length}か所を直してください。`);
      return;
    }
    const { id, title, category } = this.#start;
    begin(id, blankForm({ title, category, phrasings: this.#asked }));
  }

  #suggest({ entries }: EditingAnswer): void {
    if (this.#isOwnId) return;
    const taken = [...entries.map(({ id }) => id), ...this.#ports.drafts.entries()];
    this.#start = { ...this.#start, id: suggestedId(this.#start.category, taken) };
  }
}
