import { html, type TemplateResult } from 'lit';
import { faultLines } from './controls.ts';
import { LABELS } from './faults.ts';
import type { FormActions, FormView } from './form-view.ts';

/** The entries that are offered after this one: those that are chosen, and the way to another one. */
export function relatedView({ id, form, lists, faults }: FormView, actions: FormActions): TemplateResult {
  const titleOf = (entry: string) => lists.entries.find((each) => each.id === entry)?.title ?? entry;
  const others = lists.entries.filter((each) => each.id !== id && !form.related.includes(each.id));
  const byCategory = Map.groupBy(others, ({ category }) => category);
  const add = (event: Event) => {
    const select = (event.currentTarget as HTMLElement).parentElement!.querySelector('select')!;
    const { value } = select;
    if (value === '') return;
    select.value = '';
    actions.edit((present) => ({ ...present, related: [...present.related, value] }), {
      focus: 'new-related',
      news: `「${titleOf(value)}」を足しました。`,
    });
  };
  const remove = (entry: string) =>
    actions.edit((present) => ({ ...present, related: present.related.filter((each) => each !== entry) }), {
      focus: 'related',
      news: `「${titleOf(entry)}」を外しました。`,
    });
  return html`<div role="group" aria-labelledby="related">
    <h4 id="related" tabindex="-1">${LABELS.related}</h4>
    ${faultLines(faults, 'related')}
    <ul class="related">
      ${form.related.map(
        (entry) => html`<li>
          <span>${titleOf(entry)}</span>
          <button type="button" aria-label=${`「${titleOf(entry)}」を外す`} @click=${() => remove(entry)}>外す</button>
        </li>`,
      )}
    </ul>
    <label for="new-related">足す項目</label>
    <div class="row">
      <select id="new-related">
        <option value="">選んでください</option>
        ${lists.categories.map(
          (category) => html`<optgroup label=${category.label}>
            ${(byCategory.get(category.id) ?? []).map((each) => html`<option value=${each.id}>${each.title}</option>`)}
          </optgroup>`,
        )}
      </select>
      <button type="button" @click=${add}>関連する項目に足す</button>
    </div>
  </div>`;
}
