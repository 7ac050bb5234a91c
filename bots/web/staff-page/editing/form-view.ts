import { html, type TemplateResult } from 'lit';
import type { EditingAnswer } from '../../staff/routes/editing.ts';
import { answersView } from './answer-view.ts';
import { areaField, counted, dateField, type Field, selectField, textField } from './controls.ts';
import { LABELS, type PlacedFault } from './faults.ts';
import { type Edit, type EntryForm, LIMITS, letters, linesOf } from './model.ts';
import { relatedView } from './related-view.ts';

/** What belongs to an edit: the fields that are others now, where the work goes on, and what is told. */
export interface After {
  readonly fields?: readonly string[];
  readonly focus?: string;
  readonly news?: string;
}

export interface FormActions {
  edit(edit: Edit, after?: After): void;
  /** Adds a part and takes the focus to the field that `fieldOf` names; does nothing where `grown` gives nothing. */
  grow(
    grown: (form: EntryForm) => { readonly form: EntryForm; readonly key: number } | undefined,
    fieldOf: (key: number) => string,
    news: string,
  ): void;
  object(fault: PlacedFault): void;
}

export interface FormView {
  readonly id: string;
  readonly form: EntryForm;
  readonly lists: EditingAnswer;
  readonly faults: readonly PlacedFault[];
}

/** Everything of an entry that can be changed. */
export function formView(view: FormView, actions: FormActions): TemplateResult {
  const { form, lists, faults } = view;
  const field = (name: Exclude<keyof typeof LABELS, 'answers' | 'related'>): Field => ({
    id: name,
    label: LABELS[name],
    value: form[name],
    faults,
    set: (value) => actions.edit((present) => ({ ...present, [name]: value }), { fields: [name] }),
  });
  const named = ({ id, label }: { readonly id: string; readonly label: string }) => ({ value: id, label });
  return html`<section aria-labelledby="about">
      <h3 id="about">項目</h3>
      ${textField({ ...field('title'), hint: counted(letters(form.title), LIMITS.title) })}
      ${textField({ ...field('english'), lang: 'en' })}
      <div class="row">
        ${selectField(field('category'), lists.categories.map(named))} ${dateField(field('review'))}
      </div>
      <div class="row">
        ${textField({ ...field('owner'), hint: '部署の名前(人の名前は書きません)' })}
        ${selectField(field('rule'), [{ value: '', label: 'なし' }, ...lists.rules.map(named)])}
      </div>
      ${relatedView(view, actions)}
    </section>
    ${answersView(view, actions)}
    <section aria-labelledby="asked">
      <h3 id="asked">${LABELS.phrasings}</h3>
      ${areaField({ ...field('phrasings'), label: '聞き方(1行に一つ)', hint: askedIn(form.phrasings) }, 12)}
    </section>`;
}

/** How many phrasings there are, and how many are missing. */
export function askedIn(phrasings: string): string {
  const { length } = linesOf(phrasings);
  const { fewest, most } = LIMITS;
  const rest =
    length < fewest
      ? `あと${fewest - length}件足りません`
      : length > most
        ? `${length - most}件多すぎます`
        : `${fewest}件から${most}件まで`;
  return `${length}件(${rest})。住民が実際に書きそうな言葉で、かなだけの聞き方も一つ以上入れてください。`;
}
