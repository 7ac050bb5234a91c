import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EditingAnswer } from '../../staff/routes/editing.ts';
import { addCitation, cite, removeCitation } from './answers.ts';
import { faultLines, type Option, selectField } from './controls.ts';
import { ANSWER_LABELS, answerField, citationField, type PlacedFault } from './faults.ts';
import type { FormActions } from './form-view.ts';
import type { AnswerForm, CitationForm } from './model.ts';

interface SourcesView {
  readonly answer: AnswerForm;
  /** What the answer is called. */
  readonly title: string;
  readonly lists: EditingAnswer;
  readonly faults: readonly PlacedFault[];
}

/** From where an answer is: a document, and one of its sections, as often as there are. */
export function sourcesView(view: SourcesView, actions: FormActions): TemplateResult {
  const { answer, title, faults } = view;
  const id = answerField(answer.key, 'citations');
  const add = () =>
    actions.grow(
      (form) => addCitation(form, answer.key),
      (key) => citationField(key, 'document'),
      '出典の欄を足しました。',
    );
  return html`<div role="group" aria-labelledby=${id}>
    <h4 id=${id} tabindex="-1">${ANSWER_LABELS.citations}</h4>
    ${faultLines(faults, id)}
    ${repeat(
      answer.citations,
      ({ key }) => key,
      (citation, place) => sourceView(view, { citation, place }, actions),
    )}
    <button type="button" aria-label=${`${title}の出典を足す`} @click=${add}>出典を足す</button>
  </div>`;
}

function sourceView(
  { answer, title, lists, faults }: SourcesView,
  { citation, place }: { readonly citation: CitationForm; readonly place: number },
  actions: FormActions,
): TemplateResult {
  const { key, document, section } = citation;
  const chosen = lists.documents.find(({ id }) => id === document);
  const sections = (chosen?.sections ?? []).map((name): Option => ({ value: name, label: name }));
  const name = `出典${place + 1}`;
  const choose = (cited: CitationForm, field: 'document' | 'section') =>
    actions.edit((form) => cite(form, answer.key, cited), {
      fields: [citationField(key, field), answerField(answer.key, 'citations')],
    });
  return html`<div class="row source">
    ${selectField(
      {
        id: citationField(key, 'document'),
        label: `${name}の資料`,
        value: document,
        faults,
        // A section belongs to its document.
        set: (value) => choose({ key, document: value, section: '' }, 'document'),
      },
      lists.documents.map(({ id, label }) => ({ value: id, label })),
    )}
    ${selectField(
      {
        id: citationField(key, 'section'),
        label: `${name}の節`,
        value: section,
        faults,
        set: (value) => choose({ key, document, section: value }, 'section'),
      },
      sections,
    )}
    <button
      type="button"
      aria-label=${`${title}の${name}を外す`}
      @click=${() =>
        actions.edit((form) => removeCitation(form, answer.key, key), {
          focus: answerField(answer.key, 'citations'),
          news: '出典を外しました。',
        })}
    >
      外す
    </button>
  </div>`;
}
