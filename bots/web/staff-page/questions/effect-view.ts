import { html, nothing, type TemplateResult } from 'lit';
import type { Effect } from '../../staff/routes/questions.ts';
import { changedAnswers } from '../changed-answers.ts';

const WORDS = { after: '結び付けたあと', remark: '承認者だけが結び付けられます。' };

/** What saving would do, seen before it is done; `isAimed` where a target is chosen and the effect is being worked out. */
export function effectView(effect: Effect | undefined, isAimed: boolean): TemplateResult | typeof nothing {
  if (!effect) return isAimed ? html`<p>ほかの質問への影響を調べています…</p>` : nothing;
  return html`<h3>結び付けると</h3>
    <p>この質問への答え：<strong>${effect.own}</strong></p>
    ${changedAnswers(effect, WORDS)}`;
}
