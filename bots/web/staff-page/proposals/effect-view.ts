import { html, nothing, type TemplateResult } from 'lit';
import type { ProposalEffect } from '../../staff/routes/proposals.ts';
import type { Trouble } from '../api.ts';
import { changedAnswers } from '../changed-answers.ts';
import { sendingTrouble } from '../sending-trouble.ts';

/** What publishing would do to the answers: nobody has asked, it is being tried, that failed, or it is known. */
export type EffectState =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  | { readonly kind: 'known'; readonly effect: ProposalEffect };

const WORDS = { after: '公開したあと', remark: '' };

/** The button that asks what publishing would do to other questions, and the answer to it. */
export function effectView(state: EffectState, ask: () => void): TemplateResult {
  return html`<section aria-labelledby="effect">
    <h3 id="effect">ほかの質問への影響</h3>
    <button type="button" aria-disabled=${state.kind === 'working'} @click=${ask}>ほかの質問への影響を調べる(20秒ほど)</button>
    <div aria-live="polite">${told(state)}</div>
  </section>`;
}

function told(state: EffectState): TemplateResult | typeof nothing {
  switch (state.kind) {
    case 'unasked':
      return nothing;
    case 'working':
      return html`<p>影響を調べています…</p>`;
    case 'failed':
      return sendingTrouble(state.trouble, location.href);
    case 'known':
      return changedAnswers(state.effect, WORDS);
  }
}
