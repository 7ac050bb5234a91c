import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../../src/rules/index.ts';
import { DATE_QUESTIONS } from './questions.ts';
import { type DateField, type DateFields, erasFor } from './typed-date.ts';

/** What was wrong with a date, and in which fields. */
export interface DateProblem {
  readonly text: string;
  readonly at: readonly DateField[];
}

interface DateActions {
  readonly give: (fields: DateFields) => void;
  readonly skip: () => void;
}

const NUMBERS = [
  { name: 'year', label: '年' },
  { name: 'month', label: '月' },
  { name: 'day', label: '日' },
] as const;

/** Asks for a date with an era and three fields; what was typed before stands in them. */
export function askDate(
  slot: Slot,
  typed: DateFields,
  problem: DateProblem | undefined,
  { give, skip }: DateActions,
): TemplateResult {
  const { prompt, hint } = DATE_QUESTIONS[slot];
  const isWrong = (field: DateField) => problem?.at.includes(field) ?? false;
  const describedBy = problem === undefined ? 'hint' : 'problem hint';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    give(fieldsOf(event.currentTarget as HTMLFormElement));
  };
  return html`<form class="date" autocomplete="off" novalidate @submit=${submit}>
    <fieldset>
      <legend><h2 id="step" tabindex="-1">${prompt}</h2></legend>
      <p id="hint" class="note">${hint}</p>
      ${problem === undefined ? nothing : html`<p id="problem" class="problem"><strong>入力をお確かめください。</strong>${problem.text}</p>`}
      <div class="fields">
        <label>
          <span>年号</span>
          <select name="era" aria-describedby=${describedBy} aria-invalid=${isWrong('era')}>
            <option value="" ?selected=${typed.era === ''}>選ぶ</option>
            ${erasFor(slot).map((era) => html`<option value=${era} ?selected=${typed.era === era}>${era}</option>`)}
          </select>
        </label>
        ${NUMBERS.map(
          ({ name, label }) => html`<label>
            <span>${label}</span>
            <input
              name=${name}
              class=${name}
              type="text"
              inputmode="numeric"
              maxlength="20"
              autocomplete="off"
              autocorrect="off"
              spellcheck="false"
              .value=${typed[name]}
              aria-describedby=${describedBy}
              aria-invalid=${isWrong(name)}
            />
          </label>`,
        )}
      </div>
    </fieldset>
    <div class="row">
      <button type="submit" class="primary">この日付で進む</button>
      <button type="button" class="choice" @click=${skip}>わからない</button>
    </div>
    <p class="note">入力した日付は、この端末の中で計算にだけ使います。送信も保存もしません。</p>
  </form>`;
}

function fieldsOf(form: HTMLFormElement): DateFields {
  const data = new FormData(form);
  const text = (name: DateField) => String(data.get(name) ?? '');
  return { era: text('era'), year: text('year'), month: text('month'), day: text('day') };
}
