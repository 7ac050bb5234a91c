import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Effect } from '../../staff/routes/questions.ts';
import { elementStyles } from '../../widget/styles/element.ts';
import type { Trouble } from '../api.ts';
import { nextAfter } from '../next-after.ts';
import { pageStyles } from '../styles/page.ts';
import { troubleView } from '../trouble-view.ts';
import { effectView } from './effect-view.ts';
import { type Group, type QuestionsClient, type Queue, targetOf } from './model.ts';
import { groupView, listView } from './views.ts';

const LEARNED = '結び付けました。5秒ほどで、この質問に答えるようになります。';
const DISMISSED = '片づけました。';

/** The questions that the bot missed, `<madoguchi-questions>`: one is chosen, an entry is chosen, its effect is seen, saved. */
export class MadoguchiQuestions extends LitElement {
  static override styles = [elementStyles, pageStyles];
  static override properties: PropertyDeclarations = {
    queue: { state: true },
    shown: { state: true },
    question: { state: true },
    target: { state: true },
    effect: { state: true },
    trouble: { state: true },
    news: { state: true },
    isSaving: { state: true },
    mayPropose: { state: true },
  };

  declare queue: Queue | undefined;
  /** The id of the group that is worked on. */
  declare shown: number | undefined;
  /** The words that will be learned; staff may put them right. */
  declare question: string;
  /** A control's value, `entry:…` or `out-of-scope:…`; empty for none. */
  declare target: string;
  declare effect: Effect | undefined;
  declare trouble: Trouble | undefined;
  declare news: string;
  declare isSaving: boolean;
  declare mayPropose: boolean;

  readonly #client: QuestionsClient;
  /** Counts what was asked, so that an answer that comes late is not taken for the last one. */
  #asked = 0;

  constructor(client: QuestionsClient) {
    super();
    this.#client = client;
    this.question = '';
    this.target = '';
    this.news = '';
    this.isSaving = false;
    this.mayPropose = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
    void this.#readMe();
  }

  override render(): TemplateResult {
    return html`<p class="news" role="status">${this.news}</p>
      ${this.trouble ? troubleView(this.trouble, () => void this.#read()) : nothing}
      ${this.queue ? this.#queueView(this.queue) : nothing}`;
  }

  #queueView({ groups, targets }: Queue): TemplateResult {
    if (groups.length === 0)
      return html`<p class="empty" tabindex="-1">いま、残っている質問はありません。住民が答えを得られなかったときに、ここに並びます。</p>`;
    const group = groups.find(({ id }) => id === this.shown);
    return html`<div class="columns">
      ${listView(groups, this.shown, (chosen) => this.#show(chosen))}
      ${
        group
          ? groupView(
              {
                group,
                targets,
                question: this.question,
                target: this.target,
                isSaving: this.isSaving,
                mayPropose: this.mayPropose,
              },
              {
                reword: (question) => {
                  this.question = question;
                  void this.#foresee();
                },
                aim: (target) => {
                  this.target = target;
                  void this.#foresee();
                },
                assign: () => void this.#assign(group),
                dismiss: () => void this.#dismiss(group),
              },
              effectView(this.effect, this.target !== ''),
            )
          : nothing
      }
    </div>`;
  }

  async #read(): Promise<void> {
    const answered = await this.#client.read();
    if (answered.kind !== 'answer') {
      this.trouble = answered;
      return;
    }
    this.trouble = undefined;
    this.queue = answered.data;
    const stays = answered.data.groups.find(({ id }) => id === this.shown);
    if (!stays) this.#show(answered.data.groups[0]);
  }

  async #readMe(): Promise<void> {
    const me = await this.#client.me();
    this.mayPropose = me.kind === 'answer' && me.data.may.includes('propose');
  }

  #show(group: Group | undefined): void {
    this.shown = group?.id;
    this.question = group?.text ?? '';
    this.target = '';
    this.effect = undefined;
    this.#asked += 1;
  }

  /** Works out what would change, each time that the words or the target do. */
  async #foresee(): Promise<void> {
    const target = targetOf(this.target);
    this.effect = undefined;
    this.#asked += 1;
    const asked = this.#asked;
    if (target === undefined || this.question.trim() === '') return;
    const answered = await this.#client.effect(this.question, target);
    if (asked !== this.#asked) return;
    if (answered.kind === 'answer') this.effect = answered.data;
    this.trouble = answered.kind === 'answer' ? undefined : answered;
  }

  async #assign(group: Group): Promise<void> {
    const target = targetOf(this.target);
    if (target === undefined) return;
    await this.#save(group, () => this.#client.assign(group.id, this.question, target), LEARNED);
  }

  async #dismiss(group: Group): Promise<void> {
    await this.#save(group, () => this.#client.dismiss(group.id), DISMISSED);
  }

  async #save(
    group: Group,
    call: () => Promise<{ readonly kind: 'answer' } | Trouble>,
    news: string,
  ): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    this.news = '';
    const answered = await call();
    this.isSaving = false;
    if (answered.kind !== 'answer') {
      this.trouble = answered;
      return;
    }
    const { groups, targets } = this.queue!;
    const next = nextAfter(groups, group.id);
    this.queue = { targets, groups: groups.filter(({ id }) => id !== group.id) };
    this.trouble = undefined;
    this.news = news;
    this.#show(groups.find(({ id }) => id === next));
    await this.updateComplete;
    // What was pressed is gone; whoever works by keyboard goes on with the next question.
    this.renderRoot.querySelector<HTMLElement>('.group h2, .empty')?.focus();
  }
}
