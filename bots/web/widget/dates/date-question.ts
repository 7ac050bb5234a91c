import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { fillDates, type Part } from '../../../../src/reply/index.ts';
import type { RuleId } from '../../../../src/rules/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import { controlStyles } from '../styles/controls.ts';
import { elementStyles } from '../styles/element.ts';
import { type Asking, beginAsking, gaveFields, skippedDate, steppedBack, toldText } from './asking.ts';
import { calendarFile } from './calendar-file.ts';
import { dateForm } from './date-form.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { outcomeBasis, outcomeDetails, outcomeHeading, outcomeTools, stuckView } from './outcome-card.ts';
import type { DatesPorts } from './ports.ts';
import { printSlip } from './print-slip.ts';
import { problemWords } from './problem-words.ts';
import { type Step, stepOf } from './steps.ts';
import { formStyles } from './styles/form.ts';
import { outcomeStyles } from './styles/outcome.ts';
import { slipStyles } from './styles/slip.ts';
import { type DateFields, type DateProblem, EMPTY_FIELDS } from './typed-date.ts';
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
  static override styles = [elementStyles, controlStyles, formStyles, outcomeStyles, slipStyles];
  static override properties: PropertyDeclarations = {
    request: { attribute: false },
    said: { attribute: false },
    language: { type: String },
    furigana: { type: Boolean },
    typeset: { attribute: false },
    alone: { type: Boolean },
    asking: { state: true },
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
  declare asking: Asking | undefined;
  /** What a screen reader is told about a change; empty where the focus tells it. */
  declare news: string;

  readonly #ports: DatesPorts;
  #today: IsoDate;

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
    const next = this.asking && toldText(this.asking, text, this.#today);
    if (next !== undefined) this.#show(next);
    return next !== undefined;
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
    if (this.asking === undefined) return nothing;
    const voice = voiceOf(this);
    const step = stepOf(this.asking.session, this.#today);
    // The talk around is a log that would read all of the card; of a change only the news are told.
    return html`${this.#prompt(step, voice)}
      <section lang=${voice.lang} aria-live="off">
        ${this.#step(step, this.asking, voice)} ${this.#back(step, this.asking, voice)}
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

  #step(step: Step, asking: Asking, voice: Voice): TemplateResult {
    switch (step.kind) {
      case 'date': {
        const { slot } = step;
        const typed = asking.typed.get(slot) ?? EMPTY_FIELDS;
        const problem = problemIn(step, asking);
        const actions = {
          give: (fields: DateFields) => this.#show(gaveFields(asking, slot, fields, this.#today)),
          skip: () => this.#show(skippedDate(asking, slot, this.#today)),
        };
        const form = dateForm({ slot, typed, problem, prompt: this.#promptFor(step) }, voice, actions);
        return html`${keyed(`${slot} ${asking.form}`, form)}`;
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

  #back({ kind }: Step, asking: Asking, { words, say }: Voice): TemplateResult | typeof nothing {
    if (asking.past.length === 0) return nothing;
    const label = kind === 'date' ? words.form.back : words.form.again;
    return html`<div class="row ways">
      <button type="button" class="quiet" @click=${() => this.#show(steppedBack(asking))}>${say(label)}</button>
    </div>`;
  }

  get #desks() {
    const { insurers } = this.#ports.knowledge;
    return insurers.find(({ id }) => id === this.asking?.session.insurer)?.desks ?? [];
  }

  #view(step: Extract<Step, { kind: 'outcome' }>, { words }: Voice): OutcomeView {
    return outcomeView(step, { knowledge: this.#ports.knowledge, words, asOf: this.#today });
  }

  #begin({ rule, insurer }: DateRequest): void {
    this.#today = this.#ports.today();
    // The part of a reply has crossed the net as text; the rules know their own names.
    this.asking = beginAsking(rule as RuleId, insurer, this.said, this.#today);
    if (stepOf(this.asking.session, this.#today).kind !== 'date') void this.#tellNews();
  }

  #show(asking: Asking): void {
    const isInside = this.shadowRoot?.activeElement !== null;
    this.asking = asking;
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
    if (this.asking !== undefined) this.news = this.#inShort(this.asking, voiceOf(this));
  }

  #inShort(asking: Asking, voice: Voice): string {
    const step = stepOf(asking.session, this.#today);
    const { words } = voice;
    switch (step.kind) {
      case 'date': {
        const problem = problemIn(step, asking);
        return problem === undefined
          ? words.slots[step.slot].prompt
          : problemWords(problem, step.slot, words);
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
    if (!changed.has('asking')) return;
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

/** What the fields or the text typed last lack, or else what the rule says against the date. */
function problemIn({ problem }: Extract<Step, { kind: 'date' }>, asking: Asking): DateProblem | undefined {
  if (asking.problem !== undefined || problem === undefined) return asking.problem;
  return { kind: 'refused', said: fillDates(problem) };
}
