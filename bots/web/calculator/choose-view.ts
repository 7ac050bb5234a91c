import { html, type TemplateResult } from 'lit';
import { RULES, type RuleId } from '../../../src/rules/index.ts';
import type { CalculatorKnowledge } from './knowledge.ts';
import { QUESTIONS } from './questions.ts';

interface Option<T> {
  readonly value: T;
  readonly label: string;
}

function list<T>(heading: string, options: readonly Option<T>[], choose: (value: T) => void): TemplateResult {
  return html`<h2 id="step" tabindex="-1">${heading}</h2>
    <ul class="options">
      ${options.map(
        ({ value, label }) =>
          html`<li><button type="button" class="choice" @click=${() => choose(value)}>${label}</button></li>`,
      )}
    </ul>`;
}

/** Which date it is about. */
export function chooseRule(choose: (rule: RuleId) => void): TemplateResult {
  const options = RULES.map((value) => ({ value, label: QUESTIONS[value].label }));
  return list('何の日付を計算しますか', options, choose);
}

/** Whose document holds. */
export function chooseInsurer(
  { insurers }: CalculatorKnowledge,
  choose: (insurer: string) => void,
): TemplateResult {
  const options = insurers.map(({ id, name }) => ({ value: id, label: name }));
  return list('ご加入先はどちらですか', options, choose);
}
