import { html, type TemplateResult } from 'lit';
import { OTHER_INSURER } from '../../../src/conversation/index.ts';
import { RULES, type RuleId } from '../../../src/rules/index.ts';
import type { DatesKnowledge } from '../widget/dates/knowledge.ts';
import { stepHeading } from '../widget/dates/outcome-card.ts';
import type { Voice } from '../widget/dates/voice.ts';

interface Option<T> {
  readonly value: T;
  readonly label: unknown;
}

function list<T>(
  heading: TemplateResult,
  options: readonly Option<T>[],
  choose: (value: T) => void,
): TemplateResult {
  return html`${heading}
    <ul class="options">
      ${options.map(
        ({ value, label }) =>
          html`<li><button type="button" class="choice" @click=${() => choose(value)}>${label}</button></li>`,
      )}
    </ul>`;
}

/** Which date it is about. */
export function chooseRule(voice: Voice, choose: (rule: RuleId) => void): TemplateResult {
  const { words, say } = voice;
  const options = RULES.map((value) => ({ value, label: say(words.rules[value].label) }));
  return list(stepHeading(words.page.chooseRule, voice), options, choose);
}

/** Whose document holds. */
export function chooseInsurer(
  { insurers }: DatesKnowledge,
  voice: Voice,
  choose: (insurer: string) => void,
): TemplateResult {
  const { words, say, japanese } = voice;
  const options = insurers.map(({ id, name }) => ({
    value: id,
    label: id === OTHER_INSURER ? say(words.outcome.otherInsurer) : japanese(name),
  }));
  return list(stepHeading(words.page.chooseInsurer, voice), options, choose);
}
