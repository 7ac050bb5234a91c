import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { JudgedWeek, Verdict } from '../../../../src/storage/index.ts';
import { elementStyles } from '../../widget/styles/element.ts';
import type { Trouble } from '../api.ts';
import { figuresStyles } from '../styles/figures.ts';
import { pageStyles } from '../styles/page.ts';
import { troubleView } from '../trouble-view.ts';
import { type FiguresClient, type JudgedSample, type Overview, type Period, weekName } from './model.ts';
import { sampleView } from './sample-view.ts';
import { risingView, staleView, tablesView, tilesView } from './views.ts';

/** What the bot did in a period, `<madoguchi-figures>`, and the week's answers that staff judge. */
export class MadoguchiFigures extends LitElement {
  static override styles = [elementStyles, pageStyles, figuresStyles];
  static override properties: PropertyDeclarations = {
    period: { state: true },
    overview: { state: true },
    week: { state: true },
    samples: { state: true },
    trouble: { state: true },
  };

  declare period: Period | undefined;
  declare overview: Overview | undefined;
  /** The week whose answers are judged. */
  declare week: JudgedWeek | undefined;
  declare samples: readonly JudgedSample[];
  declare trouble: Trouble | undefined;

  readonly #client: FiguresClient;

  constructor(client: FiguresClient) {
    super();
    this.#client = client;
    this.samples = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read(this.period);
  }

  override render(): TemplateResult {
    const { overview, period } = this;
    return html`${period ? this.#periodForm(period) : nothing}
      ${this.trouble ? troubleView(this.trouble, () => void this.#read(this.period)) : nothing}
      ${
        overview && period
          ? html`${tilesView(overview)} ${risingView(overview)} ${staleView(overview)} ${this.#weeksView(overview)}
            ${tablesView(overview, period, this.#client)}`
          : nothing
      }`;
  }

  #periodForm({ from, until }: Period): TemplateResult {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget as HTMLFormElement);
      void this.#read({ from: String(data.get('from')), until: String(data.get('until')) });
    };
    return html`<form class="period" @submit=${submit}>
      <label>はじめの日<br /><input type="date" name="from" required .value=${from} /></label>
      <label>終わりの日<br /><input type="date" name="until" required .value=${until} /></label>
      <button>この期間を見る</button>
    </form>`;
  }

  #weeksView({ weeks }: Overview): TemplateResult {
    return html`<section>
      <h2>毎週の確認</h2>
      <p>
        1週間の答えから30件を、かたよりなく選んであります。正しかったかを確かめると、「正しかった」の割合が出ます。
      </p>
      ${
        weeks.length === 0
          ? html`<p>確かめる答えは、まだありません。</p>`
          : html`<ul>
              ${weeks.slice(0, 8).map((week) => this.#weekView(week))}
            </ul>`
      }
      ${
        this.week
          ? html`<h3 tabindex="-1">${weekName(this.week.week)}</h3>
              <ol>
                ${this.samples.map((sample) => sampleView(sample, (verdict) => void this.#judge(sample, verdict)))}
              </ol>`
          : nothing
      }
    </section>`;
  }

  #weekView(week: JudgedWeek): TemplateResult {
    const { right, wrong, unclear, waiting } = week;
    return html`<li>
      ${weekName(week.week)}：正しい${right}、違う${wrong}、決められない${unclear}、残り${waiting}
      <button type="button" @click=${() => void this.#open(week)}>この週の答えを確かめる</button>
    </li>`;
  }

  async #read(period: Period | undefined): Promise<void> {
    this.period = period;
    const answered = await this.#client.read(period);
    if (this.period !== period) return;
    this.trouble = answered.kind === 'answer' ? undefined : answered;
    if (answered.kind !== 'answer') return;
    this.overview = answered.data;
    this.period = answered.data.period;
  }

  async #open(week: JudgedWeek): Promise<void> {
    const answered = await this.#client.samples(week.week);
    this.trouble = answered.kind === 'answer' ? undefined : answered;
    if (answered.kind !== 'answer') return;
    this.week = week;
    this.samples = answered.data.samples;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }

  async #judge(sample: JudgedSample, verdict: Verdict): Promise<void> {
    const answered = await this.#client.judge(sample.id, verdict);
    this.trouble = answered.kind === 'answer' ? undefined : answered;
    if (answered.kind !== 'answer') return;
    this.samples = this.samples.map((each) => (each.id === sample.id ? { ...each, verdict } : each));
    // The shares and the week's row follow; the list stays where it is.
    const overview = await this.#client.read(this.period);
    if (overview.kind === 'answer') this.overview = overview.data;
  }
}
