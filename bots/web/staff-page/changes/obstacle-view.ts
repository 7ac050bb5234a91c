import { html, nothing, type TemplateResult } from 'lit';
import { type Run, textDifference } from '../../../../src/knowledge/index.ts';
import type { DescribedConflict } from '../../../../src/staff/index.ts';
import type { ProposalAnswer } from '../../staff/routes/proposals.ts';
import { RUNS_NOTE, runsView } from './runs-view.ts';

/** Why a proposal cannot be published as it is: what is wrong with it, and what others have changed since. */
export function obstacleView({
  sentence,
  faults,
  conflicts,
}: NonNullable<ProposalAnswer['obstacle']>): TemplateResult {
  return html`<p class="warning">${sentence}</p>
    ${
      faults.length === 0
        ? nothing
        : html`<h3>直すところ(${faults.length})</h3>
            <ul class="faults">
              ${faults.map(({ path, message }) => html`<li>${path.length === 0 ? nothing : html`<code>${path.join(' › ')}</code> `}${message}</li>`)}
            </ul>`
    }
    ${conflicts.length === 0 ? nothing : html`<h3>食い違うところ(${conflicts.length})</h3>${RUNS_NOTE}${conflicts.map(conflictView)}`}`;
}

/** Both sides as they changed what was there when the proposal was made. */
function conflictView({ where, base, mine, theirs }: DescribedConflict): TemplateResult {
  const side = (name: string, text: string | null) =>
    html`<div><dt>${name}</dt><dd class="runs">${runsView(changed(base, text))}</dd></div>`;
  return html`<section class="conflict">
    <h4>${where}</h4>
    <dl class="sides">${side('この提案', mine)} ${side('いまの版', theirs)}</dl>
  </section>`;
}

function changed(base: string | null, text: string | null): readonly Run[] {
  return textDifference(base ?? '', text ?? '');
}
