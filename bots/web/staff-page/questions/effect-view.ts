import { html, nothing, type TemplateResult } from 'lit';
import type { ChangedQuestion, Effect } from '../../staff/routes/questions.ts';

const AFTER = '結び付けたあと';

/** What saving would do, seen before it is done; `isAimed` where a target is chosen and the effect is being worked out. */
export function effectView(effect: Effect | undefined, isAimed: boolean): TemplateResult | typeof nothing {
  if (!effect) return isAimed ? html`<p>ほかの質問への影響を調べています…</p>` : nothing;
  const broken = effect.changed.filter(({ breaks }) => breaks);
  const others = effect.changed.filter(({ breaks }) => !breaks);
  return html`<h3>結び付けると</h3>
    <p>この質問への答え：<strong>${effect.own}</strong></p>
    ${
      broken.length > 0
        ? html`<p class="warning">
              <strong>注意：</strong>これまで正しく答えていた質問のうち${broken.length}件で、答えが変わってしまいます。承認者だけが結び付けられます。
            </p>
            ${changes(broken, AFTER)}`
        : html`<p>正しく答えていた質問は、どれも変わりません(${effect.tried}件で確かめました)。</p>`
    }
    ${
      others.length > 0
        ? html`<details>
            <summary>ほかに答えの変わる質問(${others.length})</summary>
            ${changes(others, AFTER)}
          </details>`
        : nothing
    }`;
}

/** The questions whose answer would be another; `after` heads the column of what would be answered then. */
export function changes(changed: readonly ChangedQuestion[], after: string): TemplateResult {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="答えの変わる質問">
    <table>
      <thead>
        <tr>
          <th scope="col">質問</th>
          <th scope="col">正しい答え</th>
          <th scope="col">いま</th>
          <th scope="col">${after}</th>
        </tr>
      </thead>
      <tbody>
        ${changed.map(
          (each) => html`<tr>
            <th scope="row">${each.question}</th>
            <td>${each.right}</td>
            <td>${each.before}</td>
            <td>${each.after}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
