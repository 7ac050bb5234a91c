import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { elementStyles } from '../../widget/styles/element.ts';
import type { Answered, Trouble } from '../api.ts';
import { newTabNote } from '../linked.ts';
import type { Me } from '../me.ts';
import { nextAfter } from '../next-after.ts';
import { stateChoice } from '../state-choice.ts';
import { pageStyles } from '../styles/page.ts';
import { publishingStyles } from '../styles/publishing.ts';
import { taskStyles } from '../styles/tasks.ts';
import { troubleView } from '../trouble-view.ts';
import { type ListedTask, NONE, STATES, type State, type TasksClient } from './model.ts';
import { taskView } from './views.ts';

const CLOSED = '済んだものに移しました。';

/** What staff should look at, `<madoguchi-tasks>`: documents whose pages changed, and answers that colleagues find wrong or old. */
export class MadoguchiTasks extends LitElement {
  static override styles = [elementStyles, pageStyles, publishingStyles, taskStyles];
  static override properties: PropertyDeclarations = {
    me: { state: true },
    state: { state: true },
    tasks: { state: true },
    unsent: { state: true },
    trouble: { state: true },
    news: { state: true },
  };

  declare me: Me | undefined;
  declare state: State;
  /** Those in that state; undefined until they are read. */
  declare tasks: readonly ListedTask[] | undefined;
  /** The task that could not be closed, and why. */
  declare unsent: { readonly id: number; readonly trouble: Trouble } | undefined;
  declare trouble: Trouble | undefined;
  declare news: string;

  readonly #client: TasksClient;
  #isClosing = false;

  constructor(client: TasksClient) {
    super();
    this.#client = client;
    this.state = 'open';
    this.news = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render(): TemplateResult {
    const { tasks, me, trouble, state } = this;
    return html`<p class="news" role="status">${this.news}</p>
      ${trouble ? troubleView(trouble, () => void this.#read()) : nothing}
      ${stateChoice('どれを見るか', STATES, state, (wanted) => void this.#filter(wanted))}
      ${tasks === undefined || me === undefined ? nothing : this.#tasksView(tasks, me)} ${newTabNote}`;
  }

  #tasksView(tasks: readonly ListedTask[], { may }: Me): TemplateResult {
    if (tasks.length === 0) return html`<p class="empty" tabindex="-1">${NONE[this.state]}</p>`;
    const actions = { may, close: (task: ListedTask) => void this.#close(task) };
    return html`${repeat(
      tasks,
      ({ id }) => id,
      (task) => taskView(task, actions, this.unsent?.id === task.id ? this.unsent.trouble : undefined),
    )}`;
  }

  async #filter(state: State): Promise<void> {
    this.state = state;
    this.tasks = undefined;
    this.news = '';
    await this.#read();
  }

  async #read(): Promise<void> {
    const { state } = this;
    this.trouble = undefined;
    const [me, listed] = await Promise.all([this.me ?? this.#readMe(), this.#client.list(state)]);
    if (state !== this.state || me === undefined || this.#failed(listed)) return;
    this.me = me;
    this.tasks = listed.data.tasks;
  }

  async #readMe(): Promise<Me | undefined> {
    const answered = await this.#client.me();
    return this.#failed(answered) ? undefined : answered.data;
  }

  async #close({ id }: ListedTask): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.news = '';
    this.unsent = undefined;
    const answered = await this.#client.close(id);
    this.#isClosing = false;
    if (answered.kind === 'refused') {
      // Somebody else was first.
      await this.#read();
      this.trouble = answered;
      return this.#focus('h2, .empty');
    }
    if (answered.kind !== 'answer') {
      this.unsent = { id, trouble: answered };
      return;
    }
    const { tasks = [] } = this;
    const next = nextAfter(tasks, id);
    this.tasks = tasks.filter((task) => task.id !== id);
    this.news = CLOSED;
    await this.#focus(next === undefined ? '.empty' : `#task-${next}`);
  }

  #failed<T>(answered: Answered<T>): answered is Trouble {
    if (answered.kind !== 'answer') this.trouble = answered;
    return answered.kind !== 'answer';
  }

  async #focus(part: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(part)?.focus();
  }
}
