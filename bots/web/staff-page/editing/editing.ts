import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { EditingAnswer } from '../../staff/routes/editing.ts';
import { elementStyles } from '../../widget/styles/element.ts';
import type { Trouble } from '../api.ts';
import { editingStyles } from '../styles/editing.ts';
import { pageStyles } from '../styles/page.ts';
import { troubleView } from '../trouble-view.ts';
import { type Wanted, wantedOf } from './address.ts';
import { EntryEditor } from './entry-editor.ts';
import { EVERYTHING, type Filter } from './entry-list.ts';
import { listView } from './list-view.ts';
import type { EditingPorts } from './ports.ts';
import { Starting } from './starting.ts';

/** `<madoguchi-editing>`: the entries, one of them as it is being written, or the beginning of a new one. */
export class MadoguchiEditing extends LitElement {
  static override styles = [elementStyles, pageStyles, editingStyles];
  static override properties: PropertyDeclarations = {
    wanted: { state: true },
    lists: { state: true },
    filter: { state: true },
    trouble: { state: true },
    news: { state: true },
  };

  declare wanted: Wanted;
  declare lists: EditingAnswer | undefined;
  declare filter: Filter;
  declare trouble: Trouble | undefined;
  declare news: string;

  readonly #ports: EditingPorts;
  readonly #editor: EntryEditor;
  readonly #starting: Starting;

  constructor(ports: EditingPorts) {
    super();
    this.#ports = ports;
    this.wanted = wantedOf(ports.search());
    this.filter = EVERYTHING;
    this.news = '';
    const page = {
      tell: (news: string) => {
        this.news = news;
      },
      focus: (field: string) => void this.#focus(field),
    };
    this.#editor = new EntryEditor(this, ports, page);
    this.#starting = new Starting(this, ports, page);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render(): TemplateResult {
    return html`<p class="news" role="status">${this.news}</p>
      ${this.trouble ? troubleView(this.trouble, () => void this.#read()) : nothing}
      ${this.lists ? this.#shown(this.lists) : nothing}`;
  }

  #shown(lists: EditingAnswer): TemplateResult {
    const { wanted, filter } = this;
    switch (wanted.kind) {
      case 'list':
        return listView({ lists, filter, drafts: this.#ports.drafts.entries() }, (change) => {
          this.filter = { ...filter, ...change };
        });
      case 'new':
        return this.#starting.render(lists, (id, form) => void this.#begin(id, form, wanted.question));
      case 'entry':
        return this.#editor.render(lists);
    }
  }

  async #read(): Promise<void> {
    const answered = await this.#ports.client.read();
    if (answered.kind !== 'answer') {
      this.trouble = answered;
      return;
    }
    const { wanted } = this;
    this.trouble = undefined;
    this.lists = answered.data;
    if (wanted.kind === 'entry') await this.#editor.open(wanted.id, wanted.proposal, answered.data);
    if (wanted.kind === 'new') await this.#starting.open(wanted.question, answered.data);
  }

  async #begin(...[id, form, question]: Parameters<EntryEditor['begin']>): Promise<void> {
    const refusal = await this.#editor.begin(id, form, question);
    if (refusal !== undefined) {
      this.#starting.refuse(refusal);
      return;
    }
    this.wanted = { kind: 'entry', id, proposal: undefined };
    // The draft is found again under the id, whatever becomes of this page.
    this.#ports.replaceSearch(`?entry=${id}`);
    await this.#focus('entry');
  }

  async #focus(field: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(field)}`)?.focus();
  }
}
