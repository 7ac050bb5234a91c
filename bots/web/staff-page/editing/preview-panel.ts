import { html, nothing, type TemplateResult } from 'lit';
import type { EditingAnswer } from '../../staff/routes/editing.ts';
import { troubleView } from '../trouble-view.ts';
import { dateField, selectField } from './controls.ts';
import type { Previewing } from './previewing.ts';
import { faultList } from './summary-view.ts';

export interface PreviewActions {
  toggle(): void;
  choose(choice: Partial<Pick<Previewing, 'insurer' | 'asOf'>>): void;
  goTo(field: string): void;
}

/** What residents would see of the draft; `<madoguchi-preview>` shows it. */
export function previewPanel(
  previewing: Previewing,
  lists: EditingAnswer,
  { toggle, choose, goTo }: PreviewActions,
): TemplateResult {
  const { isOpen, insurer, asOf, shown, faults, trouble } = previewing;
  const options = [
    ...lists.insurers.map(({ id, label }) => ({ value: id, label })),
    { value: '', label: 'そのほかの加入先' },
  ];
  const common = { faults: [] };
  return html`<aside class="preview" aria-label="見た目">
    <button type="button" aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle}>見た目を確かめる</button>
    ${
      isOpen
        ? html`<div class="row">
              ${selectField({ ...common, id: 'preview-insurer', label: '住民の加入先', value: insurer ?? '', set: (value) => choose({ insurer: value || null }) }, options)}
              ${dateField({ ...common, id: 'preview-day', label: 'いつ見るか', value: asOf, set: (value) => choose({ asOf: value || lists.today }) })}
            </div>
            <div role="status">
              ${faults.length > 0 ? html`<p>次のところを直すと、ここに出ます。</p>` : nothing} ${faultList(faults, goTo)}
            </div>
            ${trouble ? troubleView(trouble, () => choose({})) : nothing}
            <madoguchi-preview .shown=${shown}></madoguchi-preview>`
        : nothing
    }
  </aside>`;
}
