import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { fillDates } from '../../../src/reply/index.ts';
import type { Slot } from '../../../src/rules/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';
import { controlStyles } from '../widget/styles/controls.ts';
import { tokens } from '../widget/styles/tokens.ts';
import type { CalculatorPorts } from './browser.ts';
import { calendarFile } from './calendar-file.ts';
import { chooseInsurer, chooseRule } from './choose-view.ts';
import { askDate, type DateProblem } from './date-view.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { outcomeDetails, outcomeHeading, stuckView } from './outcome-cards.ts';
import { linked, QUESTIONS } from './questions.ts';
import {
  EMPTY_SESSION,
  type Session,
  type Step,
  stepOf,
  withDate,
  withInsurer,
  withoutDate,
  withRule,
} from './steps.ts';
import { calculatorStyles } from './styles/calculator.ts';
import { outcomeStyles } from './styles/outcome.ts';
import { printStyles } from './styles/print.ts';
import { type DateFields, EMPTY_FIELDS, readFields } from './typed-date.ts';

/** `<madoguchi-calculator>`: asks step by step, and works the date out in the browser; nothing leaves the page. */
export class MadoguchiCalculator extends LitElement {
  static override styles = [tokens, controlStyles, calculatorStyles, outcomeStyles, printStyles];
  static override properties: PropertyDeclarations = {
    session: { state: true },
    problem: { state: true },
  };

  // Declared only: a class field would hide the accessors that Lit makes for `properties`.
  declare session: Session;
  /** What was wrong with the fields sent last. */
  declare problem: DateProblem | undefined;

  readonly #ports: CalculatorPorts;
  readonly #today: IsoDate;
  #past: readonly Session[] = [];
  #typed: ReadonlyMap<Slot, DateFields> = new Map();

  constructor(ports: CalculatorPorts) {
    super();
    this.#ports = ports;
    this.#today = ports.today();
    this.session = { ...EMPTY_SESSION, ...linked(ports.search, ports.knowledge) };
    this.problem = undefined;
  }

  override render(): TemplateResult {
    const step = stepOf(this.session, this.#today);
    const view = step.kind === 'outcome' ? outcomeView(step, this.#ports.knowledge, this.#today) : undefined;
    const isEnd = view !== undefined || step.kind === 'stuck';
    return html`<section lang="ja" aria-label="日付の計算">
      ${this.#chosen()} ${this.#question(step)}
      <div class=${isEnd ? 'card' : 'waiting'}>
        <div role="status">
          ${view === undefined ? nothing : outcomeHeading(view)}
          ${step.kind === 'stuck' ? html`<h2 id="step" tabindex="-1">日付がわからないと計算できません</h2>` : nothing}
        </div>
        ${view === undefined ? nothing : this.#details(view)}
        ${step.kind === 'stuck' ? stuckView(this.#insurer?.desks ?? []) : nothing}
      </div>
      <div class="row ways">
        ${this.#past.length > 0 ? html`<button type="button" class="quiet" @click=${() => this.#back()}>前に戻る</button>` : nothing}
        ${this.session.rule === undefined && this.session.insurer === undefined ? nothing : html`<button type="button" class="quiet" @click=${() => this.#restart()}>はじめからやり直す</button>`}
      </div>
    </section>`;
  }

  get #insurer() {
    return this.#ports.knowledge.insurers.find(({ id }) => id === this.session.insurer);
  }

  /** What has been chosen so far, so that nobody has to remember it. */
  #chosen(): TemplateResult | typeof nothing {
    const { rule } = this.session;
    const insurer = this.#insurer;
    if (rule === undefined && insurer === undefined) return nothing;
    return html`<p class="chosen">
      ${rule === undefined ? nothing : html`<span>${QUESTIONS[rule].label}</span>`}
      ${insurer === undefined ? nothing : html`<span>ご加入先：${insurer.name}</span>`}
    </p>`;
  }

  #question(step: Step): TemplateResult | typeof nothing {
    switch (step.kind) {
      case 'rule':
        return chooseRule((rule) => this.#go(withRule(this.session, rule)));
      case 'insurer':
        return chooseInsurer(this.#ports.knowledge, (id) => this.#go(withInsurer(this.session, id)));
      case 'date': {
        const { slot } = step;
        const doubt: DateProblem | undefined =
          step.problem === undefined
            ? undefined
            : { text: fillDates(step.problem), at: ['year', 'month', 'day'] };
        return askDate(slot, this.#typed.get(slot) ?? EMPTY_FIELDS, this.problem ?? doubt, {
          give: (fields) => this.#give(slot, fields),
          skip: () => this.#go(withoutDate(this.session, slot)),
        });
      }
      case 'stuck':
      case 'outcome':
        return nothing;
    }
  }

  #details(view: OutcomeView): TemplateResult {
    return outcomeDetails(view, {
      saveEvent: () => this.#saveEvent(view),
      print: () => this.#ports.print(),
    });
  }

  #give(slot: Slot, fields: DateFields): void {
    this.#typed = new Map(this.#typed).set(slot, fields);
    const reading = readFields(fields, slot, this.#today);
    switch (reading.kind) {
      case 'date':
        this.#go(withDate(this.session, slot, reading.date));
        break;
      case 'problem':
        this.problem = { text: reading.problem, at: reading.at };
        void this.#focus();
    }
  }

  #go(next: Session): void {
    // A date that the rule refuses is asked for again; there is nothing to go back to between the two.
    const before = stepOf(this.session, this.#today);
    const isRefused = before.kind === 'date' && before.problem !== undefined;
    if (!isRefused) this.#past = [...this.#past, this.session];
    this.#show(next);
  }

  #back(): void {
    const previous = this.#past.at(-1);
    this.#past = this.#past.slice(0, -1);
    if (previous !== undefined) this.#show(previous);
  }

  #restart(): void {
    this.#past = [];
    this.#typed = new Map();
    this.#show(EMPTY_SESSION);
  }

  #show(session: Session): void {
    this.session = session;
    this.problem = undefined;
    void this.#focus();
  }

  /** The first field to put right, or the heading of the step that has come. */
  async #focus(): Promise<void> {
    await this.updateComplete;
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? this.renderRoot.querySelector<HTMLElement>('#step'))?.focus();
  }

  #saveEvent({ event }: OutcomeView): void {
    if (event === undefined) return;
    const content = calendarFile({
      date: event.date,
      summary: event.title,
      description: '市のページで計算した日付です。手続きの前に、ご加入先の窓口でもご確認ください。',
      id: this.#ports.randomId(),
      now: this.#ports.now(),
    });
    this.#ports.save('kigen.ics', 'text/calendar;charset=utf-8', content);
  }
}
