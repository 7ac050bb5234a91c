import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { elementStyles } from '../../widget/styles/element.ts';
import type { Answered, Trouble } from '../api.ts';
import type { Me } from '../me.ts';
import { nextAfter } from '../next-after.ts';
import { numberIn, type PageAddress, searchFor } from '../page-address.ts';
import { pickList } from '../pick-list.ts';
import { stateChoice } from '../state-choice.ts';
import { pageStyles } from '../styles/page.ts';
import { publishingStyles } from '../styles/publishing.ts';
import { troubleView } from '../trouble-view.ts';
import {
  type ListedProposal,
  NONE,
  type ProposalAnswer,
  type ProposalsClient,
  pickOf,
  STATES,
  type State,
} from './model.ts';
import { FRESH, type ProposalActions, proposalView, type Work } from './views.ts';

const NO_REASON = '返す理由を書いてください。提案した人が、どこを直すとよいかがわかります。';
const NAME = 'proposal';

/** The changes that wait for a second person, `<madoguchi-proposals>`, and those that are decided; one is looked at. */
export class MadoguchiProposals extends LitElement {
  static override styles = [elementStyles, pageStyles, publishingStyles];
  static override properties: PropertyDeclarations = {
    me: { state: true },
    state: { state: true },
    proposals: { state: true },
    chosen: { state: true },
    shown: { state: true },
    work: { state: true },
    trouble: { state: true },
    news: { state: true },
  };

  declare me: Me | undefined;
  declare state: State;
  /** Those in that state; undefined until they are read. */
  declare proposals: readonly ListedProposal[] | undefined;
  declare chosen: number | undefined;
  /** The chosen one, once it is read. */
  declare shown: ProposalAnswer | undefined;
  declare work: Work;
  declare trouble: Trouble | undefined;
  declare news: string;

  readonly #client: ProposalsClient;
  readonly #address: PageAddress;
  readonly #actions: ProposalActions = {
    write: (why) => this.#work({ why, fault: '' }),
    askEffect: () => void this.#foresee(),
    approve: () => void this.#approve(),
    giveBack: () => void this.#giveBack(),
    withdraw: () => void this.#withdraw(),
  };

  constructor(client: ProposalsClient, address: PageAddress) {
    super();
    this.#client = client;
    this.#address = address;
    this.state = 'open';
    this.work = FRESH;
    this.news = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override render(): TemplateResult {
    const { me, proposals, trouble, state, chosen } = this;
    return html`<p class="news" role="status">${this.news}</p>
      ${trouble ? troubleView(trouble, () => void this.#begin()) : nothing}
      ${stateChoice('どの提案を見るか', STATES, state, (wanted) => void this.#filter(wanted))}
      ${
        proposals === undefined
          ? nothing
          : proposals.length === 0 && chosen === undefined
            ? html`<p class="empty" tabindex="-1">${NONE[state]}</p>`
            : html`<div class="columns">
                ${pickList({ label: '提案の一覧', picks: proposals.map(pickOf), chosen }, (id) => void this.#choose(id))}
                <div>${me === undefined ? nothing : this.#chosenView(me)}</div>
              </div>`
      }`;
  }

  #chosenView({ may }: Me): TemplateResult | typeof nothing {
    const { shown, work, chosen } = this;
    if (chosen === undefined) return nothing;
    if (shown === undefined) return this.trouble ? nothing : html`<p role="status">読み込んでいます…</p>`;
    return proposalView({ shown, may, work }, this.#actions);
  }

  /** The one that the address names, among those of its state; else the newest that waits. */
  async #begin(): Promise<void> {
    this.trouble = undefined;
    const me = await this.#client.me();
    if (this.#failed(me)) return;
    this.me = me.data;
    const wanted = this.chosen ?? numberIn(this.#address.search(), NAME);
    if (wanted !== undefined) {
      await this.#show(wanted);
      this.state = this.shown?.proposal.state ?? this.state;
    }
    await this.#list();
  }

  async #filter(state: State): Promise<void> {
    this.state = state;
    this.proposals = undefined;
    this.news = '';
    this.#forget();
    await this.#list();
  }

  /** Reads the list, and shows its first where none is shown. */
  async #list(): Promise<void> {
    const { state } = this;
    const answered = await this.#client.list(state);
    if (state !== this.state || this.#failed(answered)) return;
    this.proposals = answered.data.proposals;
    const [first] = this.proposals;
    if (this.chosen === undefined && first !== undefined) await this.#show(first.id);
  }

  async #choose(id: number): Promise<void> {
    this.news = '';
    this.trouble = undefined;
    await this.#show(id);
    await this.#focus('#chosen');
  }

  /** A proposal that cannot be shown is not in the address either. */
  async #show(id: number): Promise<void> {
    this.#forget();
    this.chosen = id;
    const answered = await this.#client.read(id);
    if (id !== this.chosen) return;
    if (this.#failed(answered)) {
      this.chosen = undefined;
      return;
    }
    this.shown = answered.data;
    this.#address.replaceSearch(searchFor(NAME, id));
  }

  #forget(): void {
    this.chosen = undefined;
    this.shown = undefined;
    this.work = FRESH;
    this.#address.replaceSearch('');
  }

  async #foresee(): Promise<void> {
    const { chosen, work } = this;
    if (chosen === undefined || work.effect.kind === 'working') return;
    this.#work({ effect: { kind: 'working' } });
    const answered = await this.#client.effect(chosen);
    if (chosen !== this.chosen) return;
    this.#work({
      effect:
        answered.kind === 'answer'
          ? { kind: 'known', effect: answered.data }
          : { kind: 'failed', trouble: answered },
    });
  }

  async #approve(): Promise<void> {
    await this.#decide(
      '公開しています…',
      (id) => this.#client.approve(id, this.work.why),
      ({ version }) => `公開しました(第${version}版)。10秒ほどで答えに反映されます。`,
    );
  }

  async #giveBack(): Promise<void> {
    if (this.work.why.trim() === '') {
      this.#work({ fault: NO_REASON });
      await this.#focus('#why');
      return;
    }
    const call = (id: number) => this.#client.giveBack(id, this.work.why);
    await this.#decide('返しています…', call, () => '理由をつけて返しました。');
  }

  async #withdraw(): Promise<void> {
    const call = (id: number) => this.#client.withdraw(id);
    await this.#decide('取り下げています…', call, () => '取り下げました。');
  }

  /** Decides the chosen one and goes on with the next; where it fails, what was written stays. */
  async #decide<T>(
    busy: string,
    call: (id: number) => Promise<Answered<T>>,
    news: (data: T) => string,
  ): Promise<void> {
    const { chosen } = this;
    if (chosen === undefined || this.work.busy !== '') return;
    this.news = '';
    this.#work({ busy, refusal: undefined });
    const answered = await call(chosen);
    // Another one may be looked at by now.
    const isShown = chosen === this.chosen;
    if (answered.kind !== 'answer') {
      if (!isShown) this.trouble = answered;
      else await this.#refuse(chosen, answered);
      return;
    }
    this.news = news(answered.data);
    const { proposals = [] } = this;
    const next = nextAfter(proposals, chosen);
    this.proposals = proposals.filter(({ id }) => id !== chosen);
    if (!isShown) return;
    if (next === undefined) this.#forget();
    else await this.#show(next);
    // What was pressed is gone; whoever works by keyboard goes on with the next proposal.
    await this.#focus('#chosen, .empty');
  }

  /** Somebody else may have decided it, or published what stands against it. */
  async #refuse(id: number, refusal: Trouble): Promise<void> {
    this.#work({ busy: '', refusal });
    const answered = await this.#client.read(id);
    if (id === this.chosen && answered.kind === 'answer') this.shown = answered.data;
  }

  #work(work: Partial<Work>): void {
    this.work = { ...this.work, ...work };
  }

  #failed<T>(answered: Answered<T>): answered is Trouble {
    this.trouble = answered.kind === 'answer' ? this.trouble : answered;
    return answered.kind !== 'answer';
  }

  async #focus(part: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(part)?.focus();
  }
}
