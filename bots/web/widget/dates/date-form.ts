import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../../../src/rules/index.ts';
import { stepHeading } from './outcome-card.ts';
import { problemWords } from './problem-words.ts';
import { type DateField, type DateFields, type DateProblem, erasFor, fieldsAt } from './typed-date.ts';
import type { Voice } from './voice.ts';

/** A date to be asked for, with what stands in its fields and what was wrong with them. */
export interface Asked {
  readonly slot: Slot;
  readonly typed: DateFields;
  readonly problem: DateProblem | undefined;
  /** The question, where the talk has put it in its own words above; then only the name of the date stands here. */
  readonly prompt: string | undefined;
}

export interface DateActions {
  readonly give: (fields: DateFields) => void;
  readonly skip: () => void;
}

const NUMBERS = ['year', 'month', 'day'] as const;

/** Asks for a date with an era and three fields; what was typed before stands in them. */
export function dateForm(asked: Asked, voice: Voice, { give, skip }: DateActions): TemplateResult {
  const { words, say } = voice;
  const { name, prompt, hint } = words.slots[asked.slot];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    give(fieldsIn(event.currentTarget as HTMLFormElement));
  };
  return html`<form class="date" autocomplete="off" novalidate @submit=${submit}>
    <fieldset>
      <legend>${stepHeading(asked.prompt === undefined ? prompt : name, voice)}</legend>
      ${asked.prompt === undefined ? html`<p id="hint" class="note">${say(hint)}</p>` : nothing}
      ${asked.problem === undefined ? nothing : problemBox(asked.problem, asked.slot, voice)}
      ${fields(asked, voice)}
    </fieldset>
    <div class="row">
      <button type="submit" class="primary">${say(words.form.submit)}</button>
      <button type="button" class="choice" @click=${skip}>${say(words.form.unknown)}</button>
    </div>
    <p class="note">${say(words.form.privacy)}</p>
  </form>`;
}

function fields({ slot, typed, problem, prompt }: Asked, { words, say }: Voice): TemplateResult {
  const wrong = problem === undefined ? [] : fieldsAt(problem);
  const notes = [...(problem === undefined ? [] : ['problem']), ...(prompt === undefined ? ['hint'] : [])];
  const describedBy = notes.length === 0 ? nothing : notes.join(' ');
  return html`<div class="fields">
    <label>
      <span>${say(words.form.era)}</span>
      <select name="era" aria-describedby=${describedBy} aria-invalid=${wrong.includes('era')}>
        <option value="" ?selected=${typed.era === ''}>${words.form.choose}</option>
        ${erasFor(slot).map((era) => html`<option value=${era} ?selected=${typed.era === era}>${words.form.eraName(era)}</option>`)}
      </select>
    </label>
    ${NUMBERS.map(
      (name) => html`<label>
        <span>${say(words.form.units[name])}</span>
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
          aria-invalid=${wrong.includes(name)}
        />
      </label>`,
    )}
  </div>`;
}

function problemBox(problem: DateProblem, slot: Slot, voice: Voice): TemplateResult {
  const { words, say } = voice;
  return html`<p id="problem" class="problem">
    <strong>${say(words.problems.lead)}</strong>${say(problemWords(problem, slot, words))}
  </p>`;
}

function fieldsIn(form: HTMLFormElement): DateFields {
  const data = new FormData(form);
  const text = (name: DateField) => String(data.get(name) ?? '');
  return { era: text('era'), year: text('year'), month: text('month'), day: text('day') };
}
