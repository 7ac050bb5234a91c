import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { RuleId } from '../../../src/rules/index.ts';
import type { MadoguchiDateQuestion } from '../widget/dates/date-question.ts';
import type { DatesKnowledge } from '../widget/dates/knowledge.ts';
import { formStyles } from '../widget/dates/styles/form.ts';
import { type Voice, voiceOf } from '../widget/dates/voice.ts';
import { controlStyles } from '../widget/styles/controls.ts';
import { elementStyles } from '../widget/styles/element.ts';
import { chooseInsurer, chooseRule } from './choose-view.ts';
import { linked } from './linked.ts';
import { calculatorStyles } from './styles/calculator.ts';

/** `<madoguchi-calculator>`: which date and whose, and then the date question. */
export class MadoguchiCalculator extends LitElement {
  static override styles = [elementStyles, controlStyles, formStyles, calculatorStyles];
  static override properties: PropertyDeclarations = {
    rule: { state: true },
    insurer: { state: true },
  };

  // Declared only: a class field would hide the accessors that Lit makes for `properties`.
  declare rule: RuleId | undefined;
  declare insurer: string | undefined;

  readonly #knowledge: DatesKnowledge;
  readonly #voice: Voice;
  /** Made once for a choice, because a new request begins anew. */
  #request: { readonly rule: RuleId; readonly insurer: string } | undefined;

  /** `search` is the query of the page's address. */
  constructor(knowledge: DatesKnowledge, search: string) {
    super();
    this.#knowledge = knowledge;
    const { rule, insurer, language } = linked(search, knowledge);
    this.rule = rule;
    this.insurer = insurer;
    this.#voice = voiceOf({ language, furigana: false, typeset: undefined, alone: true });
  }

  override willUpdate(): void {
    const { rule, insurer } = this;
    if (rule === undefined || insurer === undefined) this.#request = undefined;
    else if (rule !== this.#request?.rule || insurer !== this.#request.insurer)
      this.#request = { rule, insurer };
  }

  override render(): TemplateResult {
    const { words, say, lang } = this.#voice;
    return html`<section lang=${lang} aria-label=${words.page.label}>
      ${this.#chosen()} ${this.#question()}
      <div class="row ways">
        ${this.#request === undefined ? nothing : html`<button type="button" class="quiet" @click=${() => this.#choose(this.rule, undefined)}>${say(words.page.changeInsurer)}</button>`}
        ${this.rule === undefined && this.insurer === undefined ? nothing : html`<button type="button" class="quiet" @click=${() => this.#choose(undefined, undefined)}>${say(words.page.restart)}</button>`}
      </div>
    </section>`;
  }

  /** What has been chosen so far, so that nobody has to remember it. */
  #chosen(): TemplateResult | typeof nothing {
    const { words, say } = this.#voice;
    const insurer = this.#knowledge.insurers.find(({ id }) => id === this.insurer);
    if (this.rule === undefined && insurer === undefined) return nothing;
    return html`<p class="chosen">
      ${this.rule === undefined ? nothing : html`<span>${say(words.rules[this.rule].label)}</span>`}
      ${insurer === undefined ? nothing : html`<span>${say(words.page.chosenInsurer(insurer.name))}</span>`}
    </p>`;
  }

  #question(): TemplateResult {
    if (this.rule === undefined) return chooseRule(this.#voice, (rule) => this.#choose(rule, this.insurer));
    if (this.#request === undefined)
      return chooseInsurer(this.#knowledge, this.#voice, (insurer) => this.#choose(this.rule, insurer));
    return html`<madoguchi-date-question alone language=${this.#voice.lang} .request=${this.#request}></madoguchi-date-question>`;
  }

  #choose(rule: RuleId | undefined, insurer: string | undefined): void {
    this.rule = rule;
    this.insurer = insurer;
    void this.#focus();
  }

  /** The heading of the step that has come. */
  async #focus(): Promise<void> {
    await this.updateComplete;
    const question = this.renderRoot.querySelector<MadoguchiDateQuestion>('madoguchi-date-question');
    if (question === null) this.renderRoot.querySelector<HTMLElement>('#step')?.focus();
    else await question.focusStep();
  }
}
