import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EditingAnswer } from '../../staff/routes/editing.ts';
import { addAnswer, addSuccessor, changeAnswer } from './answers.ts';
import { areaField, counted, dateField, type Field, faultLines, selectField } from './controls.ts';
import { ANSWER_LABELS, answerField, answerTitle, missing, type PlacedFault } from './faults.ts';
import type { FormActions } from './form-view.ts';
import { type AnswerForm, type EntryForm, LIMITS } from './model.ts';
import { sourcesView } from './sources-view.ts';

/** What an answer is shown with. */
export interface AnswersView {
  readonly form: EntryForm;
  readonly lists: EditingAnswer;
  readonly faults: readonly PlacedFault[];
}

const NATIONWIDE = '全国共通';

/** The answers one below the other, and the way to another one. */
export function answersView(view: AnswersView, actions: FormActions): TemplateResult {
  return html`<section aria-labelledby="answers">
    <h3 id="answers" tabindex="-1">答え</h3>
    ${faultLines(view.faults, 'answers')}
    ${repeat(
      view.form.answers,
      ({ key }) => key,
      (answer) => (answer.isRemoved ? removedView(view, answer, actions) : answerView(view, answer, actions)),
    )}
    <div class="adding">
      <label for="new-insurer">足す答えの加入先</label>
      <div class="row">
        <select id="new-insurer">
          ${insurers(view.lists).map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
        </select>
        <button type="button" @click=${adder(actions)}>答えを足す</button>
      </div>
    </div>
  </section>`;
}

const adder = (actions: FormActions) => (event: Event) => {
  const { value } = (event.currentTarget as HTMLElement).parentElement!.querySelector('select')!;
  actions.grow((form) => addAnswer(form, value), answerField, '答えを足しました。');
};

function answerView(view: AnswersView, answer: AnswerForm, actions: FormActions): TemplateResult {
  const { lists, faults } = view;
  const { key } = answer;
  const title = titleOf(view, key);
  const id = answerField(key);
  const field = (name: Exclude<keyof typeof ANSWER_LABELS, 'citations'>): Field => ({
    id: answerField(key, name),
    label: ANSWER_LABELS[name],
    value: answer[name],
    faults,
    set: (value) =>
      actions.edit((present) => changeAnswer(present, key, { [name]: value }), {
        fields: [answerField(key, name)],
      }),
  });
  const text = (name: 'text' | 'easy' | 'english'): Field => ({
    ...field(name),
    hint: counted(answer[name].trim().length, LIMITS.text),
  });
  return html`<fieldset class="answer" id=${id} tabindex="-1">
    <legend>${title}</legend>
    ${faultLines(faults, id)}
    <div class="row">
      ${selectField(field('insurer'), insurers(lists))} ${dateField(field('from'))} ${dateField(field('until'))}
    </div>
    ${areaField(text('text'), 5)} ${areaField(text('easy'), 4)}
    ${areaField({ ...text('english'), lang: 'en' }, 3)} ${sourcesView({ answer, title, lists, faults }, actions)}
    ${succession(answer, faults, actions)}
    <p class="buttons">
      <button
        type="button"
        @click=${() =>
          actions.edit((present) => changeAnswer(present, key, { isRemoved: true }), {
            focus: `${id}-restore`,
            news: `${title}を消しました。元に戻せます。`,
          })}
      >
        ${title}を消す
      </button>
    </p>
  </fieldset>`;
}

/** Where an answer changes on a day: a copy that goes on from it. */
function succession(
  { key }: AnswerForm,
  faults: readonly PlacedFault[],
  actions: FormActions,
): TemplateResult {
  const id = answerField(key, 'next');
  const add = (event: Event) => {
    const details = (event.currentTarget as HTMLElement).closest('details')!;
    const day = details.querySelector('input')!.value;
    let refusal = '';
    actions.grow(
      (form) => {
        const added = addSuccessor(form, key, day);
        if (added.kind === 'added') return added;
        refusal = added.sentence;
        return undefined;
      },
      answerField,
      '続きの答えを足しました。もとの答えは、前の日で終わります。',
    );
    if (refusal === '') details.open = false;
    else actions.object(missing(id, '続きの答え', refusal));
  };
  return html`<details>
    <summary>ある日から答えが変わるとき</summary>
    <p class="note">この答えを前の日で終え、写しをその日から始めます。</p>
    ${faultLines(faults, id)}
    <div class="row">
      <div class="field">
        <label for=${id}>いつから変わりますか?</label>
        <input id=${id} type="date" />
      </div>
      <button type="button" @click=${add}>続きの答えを足す</button>
    </div>
  </details>`;
}

function removedView(view: AnswersView, { key }: AnswerForm, actions: FormActions): TemplateResult {
  const id = answerField(key);
  const title = titleOf(view, key);
  return html`<div class="answer removed" id=${id} tabindex="-1">
    <p>${title}は、提案すると消えます。</p>
    <button
      type="button"
      id=${`${id}-restore`}
      aria-label=${`${title}を元に戻す`}
      @click=${() =>
        actions.edit((form) => changeAnswer(form, key, { isRemoved: false }), {
          focus: id,
          news: `${title}を元に戻しました。`,
        })}
    >
      元に戻す
    </button>
  </div>`;
}

function titleOf({ form, lists }: AnswersView, key: number): string {
  return answerTitle(form, key, (id) => insurers(lists).find(({ value }) => value === id)?.label ?? id);
}

/** Whose an answer can be. */
export function insurers(
  lists: EditingAnswer,
): readonly { readonly value: string; readonly label: string }[] {
  return [{ value: '', label: NATIONWIDE }, ...lists.insurers.map(({ id, label }) => ({ value: id, label }))];
}
