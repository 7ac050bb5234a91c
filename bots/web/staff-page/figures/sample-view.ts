import { html, nothing, type TemplateResult } from 'lit';
import type { Verdict } from '../../../../src/storage/index.ts';
import type { JudgedSample } from './model.ts';

const VERDICTS: readonly (readonly [Verdict, string])[] = [
  ['right', '正しい'],
  ['wrong', '違う'],
  ['unclear', '質問からは決められない'],
];

/** A question of the week's sample with what was answered, to be judged. */
export function sampleView(sample: JudgedSample, judge: (verdict: Verdict) => void): TemplateResult {
  const { id, text, answer, verdict, judgedBy } = sample;
  return html`<li>
    <p><strong>「${text}」</strong></p>
    ${
      answer
        ? html`<p class="note">${answer.title}(${answer.insurerName})</p>
            <blockquote>${answer.text}</blockquote>`
        : html`<p>この日には、資料に答えがありませんでした。</p>`
    }
    <div class="buttons" role="group" aria-label=${`「${text}」への答え`}>
      ${VERDICTS.map(
        ([value, name]) =>
          html`<button type="button" aria-pressed=${verdict === value} @click=${() => judge(value)}>
            ${verdict === value ? '✓ ' : nothing}${name}
          </button>`,
      )}
    </div>
    ${judgedBy === null ? nothing : html`<p class="note" id=${`by-${id}`}>${judgedBy}さんが確かめました。</p>`}
  </li>`;
}
