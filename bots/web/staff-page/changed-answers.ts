import { html, nothing, type TemplateResult } from 'lit';
import type { ChangedQuestion, Effect } from '../staff/routes/questions.ts';

/** How a page tells of an effect: the heading of what would be answered then, and what to say where right answers break. */
export interface EffectWords {
  readonly after: string;
  readonly remark: string;
}

/** The labelled questions whose answer would be another: those that break first, the others folded. */
export function changedAnswers(
  { tried, changed }: Pick<Effect, 'tried' | 'changed'>,
  { after, remark }: EffectWords,
): TemplateResult {
  const broken = changed.filter(({ breaks }) => breaks);
  const others = changed.filter(({ breaks }) => !breaks);
  return html`${
    broken.length > 0
      ? html`<p class="warning"><strong>注意：</strong>これまで正しく答えていた質問のうち${broken.length}件で、答えが変わってしまいます(${tried}件で確かめました)。${remark}</p>
          ${changes(broken, after)}`
      : html`<p>正しく答えていた質問は、どれも変わりません(${tried}件で確かめました)。</p>`
  }
  ${
    others.length > 0
      ? html`<details>
          <summary>ほかに答えの変わる質問(${others.length})</summary>
          ${changes(others, after)}
        </details>`
      : nothing
  }`;
}

/** `after` heads the column of what would be answered then. */
function changes(changed: readonly ChangedQuestion[], after: string): TemplateResult {
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
