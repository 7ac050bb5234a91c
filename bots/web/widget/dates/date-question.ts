import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { fillDates, type Part } from '../../../../src/reply/index.ts';
import type { RuleId, Slot } from '../../../../src/rules/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import { controlStyles } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { calendarFile } from './calendar-file.ts';
import { dateForm, problemWords } from './date-form.ts';
import { begin, hear } from './hear.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { outcomeBasis, outcomeDetails, outcomeHeading, outcomeTools, stuckView } from './outcome-card.ts';
import type { DatesPorts } from './ports.ts';
import { printSlip } from './print-slip.ts';
import { newSession, type Session, type Step, stepOf, withDate, withoutDate } from './steps.ts';
import { formStyles } from './styles/form.ts';
import { outcomeStyles } from './styles/outcome.ts';
import { slipStyles } from './styles/slip.ts';
import { type DateFields, type DateProblem, EMPTY_FIELDS, fieldsOf, readFields } from './typed-date.ts';
import { type TalkLanguage, type Voice, voiceOf } from './voice.ts';

/** What is asked for: the talk's own part, or a rule and insurer chosen on a page, which has no prompt yet. */
export type DateRequest = Pick<Extract<Part, { kind: 'date-request' }>, 'rule' | 'insurer'> & {
  readonly slot?: string;
  readonly prompt?: string;
};

/** Dispatched, bubbling and composed, whenever what is shown has changed. */
export const DATE_EVENT = 'madoguchi-date';

/**
 * `<madoguchi-date-question>`: asks for the dates of one rule, step by step, and works its date out in the browser; nothing
 * leaves the page.
 */
export class MadoguchiDateQuestion extends LitElement {
  static override styles = [tokens, controlStyles, formStyles, outcomeStyles, slipStyles];
  static override properties: PropertyDeclarations = {
    request: { attribute: false },
    said: { attribute: false },
    language: { type: String },
    furigana: { type: Boolean },
    typeset: { attribute: false },
    alone: { type: Boolean },
    session: { state: true },
    problem: { state: true },
    news: { state: true },
  };

  // Declared only: a class field would hide the accessors that Lit makes for `properties`.
  declare request: DateRequest | undefined;
  /** What was typed with the question, plain; dates that it names are used at once. */
  declare said: string;
  declare language: TalkLanguage;
  declare furigana: boolean;
  /** Japanese words with readings and phrase breaks, by the plain words. */
  declare typeset: Readonly<Record<string, string>> | undefined;
  /** It is on a page of its own: wide, and the whole page is the slip that is printed. */
  declare alone: boolean;
  declare session: Session | undefined;
  /** What was wrong with what was typed last. */
  declare problem: DateProblem | undefined;
  /** What a screen reader is told about a change; empty where the focus tells it. */
  declare news: string;

  readonly #ports: DatesPorts;
  #today: IsoDate;
  #past: readonly Session[] = [];
  #typed: ReadonlyMap<Slot, DateFields> = new Map();
  /** A form whose fields are filled anew is made anew: what a resident has typed hides what is written into it. */
  #form = 0;

  constructor(ports: DatesPorts) {
    super();
    this.#ports = ports;
    this.#today = ports.today();
    this.said = '';
    this.language = 'ja';
    this.furigana = false;
    this.alone = false;
    this.news = '';
  }

  /** Takes a text that was typed into the talk; true where it was a date, 「わからない」 or a correction, and is dealt with. */
  tell(text: string): boolean {
    if (this.session === undefined) return false;
    const heard = hear(text, this.session, this.#today);
    switch (heard.kind) {
      case 'session':
        this.#fill(heard.session);
        this.#go(heard.session);
        return true;
      case 'problem':
        if (heard.session.again !== this.session.again) this.#past = [...this.#past, this.session];
        this.#show(heard.session, heard.problem);
        return true;
      case 'else':
        return false;
    }
  }

  /** Puts the focus on the question, or on what has come of it. */
  async focusStep(): Promise<void> {
    await this.updateComplete;
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? this.renderRoot.querySelector<HTMLElement>('#step'))?.focus();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('request') && this.request !== undefined) this.#begin(this.request);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.session === undefined) return nothing;
    const voice = voiceOf(this);
    const step = stepOf(this.session, this.#today);
    // The talk around is a log that would read all of the card; of a change only the news are told.
    return html`${this.#prompt(step, voice)}
      <section lang=${voice.lang} aria-live="off">
        ${this.#step(step, voice)} ${this.#back(step, voice)}
        <p class="speaker" role="status">${this.news}</p>
      </section>`;
  }

  /** The talk's own words for the question, as long as it is about that date. */
  #prompt(step: Step, voice: Voice): TemplateResult | typeof nothing {
    const prompt = this.#promptFor(step);
    return prompt === undefined
      ? nothing
      : html`<p class="prompt" lang=${voice.lang}>${voice.written(prompt)}</p>`;
  }

  #promptFor(step: Step): string | undefined {
    return step.kind === 'date' && step.slot === this.request?.slot ? this.request.prompt : undefined;
  }

  #step(step: Step, voice: Voice): TemplateResult {
    switch (step.kind) {
      case 'date': {
        const { slot } = step;
        const typed = this.#typed.get(slot) ?? EMPTY_FIELDS;
        const asked = { slot, typed, problem: this.#problemIn(step), prompt: this.#promptFor(step) };
        const actions = {
          give: (fields: DateFields) => this.#give(slot, fields),
          skip: () => this.#go(withoutDate(this.session!, slot)),
        };
        return html`${keyed(`${slot} ${this.#form}`, dateForm(asked, voice, actions))}`;
      }
      case 'stuck':
        return html`<div class="card">${stuckView(this.#desks, voice)}</div>`;
      case 'outcome': {
        const view = this.#view(step, voice);
        const actions = {
          saveEvent: () => this.#saveEvent(view, voice),
          print: () => this.#print(view, voice),
        };
        return html`<div class="card" data-slip=${voice.words.outcome.slip}>
          ${outcomeHeading(view, voice)} ${outcomeDetails(view, voice)}
          ${this.alone ? outcomeBasis(view, voice, true) : nothing} ${outcomeTools(view, voice, actions)}
          ${this.alone ? nothing : outcomeBasis(view, voice, false)}
        </div>`;
      }
    }
  }

  #back({ kind }: Step, { words, say }: Voice): TemplateResult | typeof nothing {
    if (this.#past.length === 0) return nothing;
    const label = kind === 'date' ? words.form.back : words.form.again;
    return html`<div class="row ways">
      <button type="button" class="quiet" @click=${() => this.#goBack()}>${say(label)}</button>
    </div>`;
  }

  /** What the fields or the text said last lack, or else what the rule says against the date. */
  #problemIn({ problem }: Extract<Step, { kind: 'date' }>): DateProblem | undefined {
    if (this.problem !== undefined || problem === undefined) return this.problem;
    return { kind: 'refused', said: fillDates(problem) };
  }

  get #desks() {
    const { insurers } = this.#ports.knowledge;
    return insurers.find(({ id }) => id === this.session?.insurer)?.desks ?? [];
  }

  #view(step: Extract<Step, { kind: 'outcome' }>, { words }: Voice): OutcomeView {
    return outcomeView(step, { knowledge: this.#ports.knowledge, words, asOf: this.#today });
  }

  #begin({ rule, insurer }: DateRequest): void {
    this.#today = this.#ports.today();
    // The part of a reply has crossed the net as text; the rules know their own names.
    const sessions = begin({ rule: rule as RuleId, insurer }, this.said, this.#today);
    this.#typed = new Map();
    this.#past = sessions.slice(0, -1);
    this.session = sessions.at(-1) ?? newSession(rule as RuleId, insurer);
    this.#fill(this.session);
    this.problem = undefined;
    if (stepOf(this.session, this.#today).kind !== 'date') void this.#tellNews();
  }

  #give(slot: Slot, fields: DateFields): void {
    this.#typed = new Map(this.#typed).set(slot, fields);
    const reading = readFields(fields, slot, this.#today);
    switch (reading.kind) {
      case 'date':
        this.#go(withDate(this.session!, { slot, date: reading.date, era: reading.era }));
        break;
      case 'problem':
        this.#show(this.session!, reading.problem);
    }
  }

  /** What was said instead of filled in stands in the fields when they are shown again. */
  #fill({ facts, last }: Session): void {
    const date = last && facts[last.slot];
    if (last === undefined || date === undefined) return;
    this.#typed = new Map(this.#typed).set(last.slot, fieldsOf(date, last.era));
    this.#form += 1;
  }

  #go(next: Session): void {
    // A date that the rule refuses is asked for again; there is nothing to go back to between the two, nor before a correction.
    const before = stepOf(this.session!, this.#today);
    const isRefused = before.kind === 'date' && before.problem !== undefined;
    const isCorrection = before.kind === 'outcome';
    if (!isRefused && !isCorrection) this.#past = [...this.#past, this.session!];
    this.#show(next, undefined);
  }

  #goBack(): void {
    const previous = this.#past.at(-1);
    this.#past = this.#past.slice(0, -1);
    this.#form += 1;
    if (previous !== undefined) this.#show(previous, undefined);
  }

  #show(session: Session, problem: DateProblem | undefined): void {
    const isInside = this.shadowRoot?.activeElement !== null;
    this.session = session;
    this.problem = problem;
    if (isInside) {
      this.news = '';
      void this.focusStep();
    } else {
      void this.#tellNews();
    }
  }

  /** A region tells what changes in it, not what it begins with. */
  async #tellNews(): Promise<void> {
    this.news = '';
    await this.updateComplete;
    this.news = this.#inShort(voiceOf(this));
  }

  #inShort(voice: Voice): string {
    const step = stepOf(this.session!, this.#today);
    const { words } = voice;
    switch (step.kind) {
      case 'date': {
        const problem = this.#problemIn(step);
        const asked = words.slots[step.slot].prompt;
        return problem === undefined ? asked : problemWords(problem, step.slot, voice);
      }
      case 'stuck':
        return words.outcome.stuck;
      case 'outcome': {
        const { heading, answer } = this.#view(step, voice);
        return [heading, answer.main].join(voice.lang === 'en' ? ': ' : '：');
      }
    }
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('session') && !changed.has('problem')) return;
    this.dispatchEvent(new CustomEvent(DATE_EVENT, { bubbles: true, composed: true }));
  }

  #print(view: OutcomeView, voice: Voice): void {
    if (this.alone) {
      this.#ports.print();
      return;
    }
    const slip = html`<div class="card" data-slip=${voice.words.outcome.slip} lang=${voice.lang}>
      ${outcomeHeading(view, voice)} ${outcomeDetails(view, voice)} ${outcomeBasis(view, voice, true)}
    </div>`;
    printSlip(slip, MadoguchiDateQuestion.styles, () => this.#ports.print());
  }

  #saveEvent({ event }: OutcomeView, { words }: Voice): void {
    if (event === undefined) return;
    const content = calendarFile({
      date: event.date,
      summary: event.title,
      description: words.calendar.description,
      reminder: words.calendar.reminder(event.title),
      id: this.#ports.randomId(),
      now: this.#ports.now(),
    });
    this.#ports.save('kigen.ics', 'text/calendar;charset=utf-8', content);
  }
}
