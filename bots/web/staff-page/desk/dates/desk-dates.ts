import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { RULES, type RuleId } from '../../../../../src/rules/index.ts';
import type { DateRequest, MadoguchiDateQuestion } from '../../../widget/dates/date-question.ts';
import type { DatesKnowledge } from '../../../widget/dates/knowledge.ts';
import { ja } from '../../../widget/dates/messages/ja.ts';
import { controlStyles } from '../../../widget/styles/controls.ts';
import { elementStyles } from '../../../widget/styles/element.ts';
import { chooser } from '../chooser.ts';

const styles = css`
  .choices {
    margin: 0 0 16px;
    gap: 12px 16px;
  }

  label {
    max-width: 100%;
  }

  select {
    display: block;
    max-width: 100%;
    margin-top: 2px;
    font-weight: normal;
  }

  madoguchi-date-question {
    max-width: 40em;
  }
`;

/** `<madoguchi-desk-dates>`: whose date and which, then the date question of the chat; all of it in the browser. */
export class MadoguchiDeskDates extends LitElement {
  static override styles = [elementStyles, controlStyles, styles];
  static override properties: PropertyDeclarations = {
    rule: { type: String },
    insurer: { type: String },
  };

  // Declared only: a class field would hide the accessors that Lit makes for `properties`.
  declare rule: RuleId | '';
  /** Of the knowledge base, or `other`; empty while nobody has said. */
  declare insurer: string;

  readonly #knowledge: DatesKnowledge;
  /** Made once for a choice, because a new request begins anew. */
  #request: DateRequest | undefined;

  constructor(knowledge: DatesKnowledge) {
    super();
    this.#knowledge = knowledge;
    this.rule = '';
    this.insurer = '';
  }

  /** Puts the focus on the first thing that is still to be said. */
  async focusStep(): Promise<void> {
    await this.updateComplete;
    const question = this.renderRoot.querySelector<MadoguchiDateQuestion>('madoguchi-date-question');
    if (question !== null) await question.focusStep();
    else this.renderRoot.querySelector<HTMLSelectElement>(this.rule === '' ? '#rule' : '#insurer')?.focus();
  }

  override willUpdate(): void {
    const { rule, insurer } = this;
    if (rule === '' || insurer === '') this.#request = undefined;
    else if (rule !== this.#request?.rule || insurer !== this.#request.insurer)
      this.#request = { rule, insurer };
  }

  override render(): TemplateResult {
    const rules = RULES.map((id) => ({ id, label: ja.rules[id].label }));
    const insurers = this.#knowledge.insurers.map(({ id, name }) => ({ id, label: name }));
    return html`<div class="choices">
        ${chooser(
          { id: 'rule', label: '計算する期限', none: '選んでください', options: rules, value: this.rule },
          (value) => {
            this.rule = RULES.find((id) => id === value) ?? '';
          },
        )}
        ${chooser(
          { id: 'insurer', label: '加入先', none: '選んでください', options: insurers, value: this.insurer },
          (value) => {
            this.insurer = value;
          },
        )}
      </div>
      ${this.#request === undefined ? nothing : html`<madoguchi-date-question .request=${this.#request}></madoguchi-date-question>`}`;
  }
}
