import { html, type TemplateResult } from 'lit';
import type { Described } from '../../../../src/staff/index.ts';
import { RUNS_NOTE, runsView } from './runs-view.ts';

const KINDS: Readonly<Record<Described['kind'], string>> = {
  added: '追加',
  removed: '削除',
  changed: '変更',
  reordered: '並べ替え',
};

/** What was changed where, each text with its words that came and went; under a heading of the third level. */
export function changesView(changes: readonly Described[]): TemplateResult {
  return html`<h3>変更(${changes.length}か所)</h3>
    ${RUNS_NOTE}
    <ol class="changes">
      ${changes.map(
        ({ kind, where, runs }) => html`<li>
          <h4><span class="kind">${KINDS[kind]}</span> ${where}</h4>
          <div class="runs">${runsView(runs)}</div>
        </li>`,
      )}
    </ol>`;
}
