import { html, nothing, type TemplateResult } from 'lit';
import type { DescribedConflict } from '../../../../src/staff/index.ts';
import type { ProposalAnswer } from '../../staff/routes/proposals.ts';

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
        : html`<h3>直すところ</h3>
            <ul class="faults">
              ${faults.map(({ path, message }) => html`<li>${path.length === 0 ? nothing : html`<code>${path.join(' › ')}</code> `}${message}</li>`)}
            </ul>`
    }
    ${conflicts.length === 0 ? nothing : html`<h3>食い違うところ</h3>${conflicts.map(conflictView)}`}`;
}

function conflictView({ where, base, mine, theirs }: DescribedConflict): TemplateResult {
  const side = (name: string, text: string | null) =>
    html`<div><dt>${name}</dt><dd class="runs">${text ?? '(ありません)'}</dd></div>`;
  return html`<section class="conflict">
    <h4>${where}</h4>
    <dl class="sides">
      ${side('この提案', mine)} ${side('いまの版', theirs)} ${side('提案したときの版', base)}
    </dl>
  </section>`;
}
