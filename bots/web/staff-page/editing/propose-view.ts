import { html, nothing, type TemplateResult } from 'lit';
import { areaField } from './controls.ts';
import type { PlacedFault } from './faults.ts';

export interface ProposeView {
  readonly why: string;
  readonly faults: readonly PlacedFault[];
  readonly isSaving: boolean;
  readonly isDirty: boolean;
  readonly isKept: boolean;
}

export interface ProposeActions {
  explain(why: string): void;
  propose(): void;
  discard(): void;
}

/** Why it is changed, and the button that lays it before a second person. */
export function proposeView(
  view: ProposeView,
  { explain, propose, discard }: ProposeActions,
): TemplateResult {
  const { why, faults, isSaving, isDirty, isKept } = view;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    propose();
  };
  return html`<form class="propose" @submit=${submit} novalidate>
    <h3>提案する</h3>
    <p class="note">ほかの人が承認すると、公開されます。${isKept ? '書きかけは、提案するまでこのブラウザーに残ります。' : ''}</p>
    ${isKept ? nothing : html`<p class="warning">このブラウザーには、書きかけを残せません。閉じる前に提案してください。</p>`}
    ${areaField({ id: 'why', label: '理由(必須)', value: why, faults, hint: '承認する人と、あとで読む人のために書きます。例：令和9年度の案内に合わせた', set: explain }, 2)}
    <p class="buttons">
      <button class="go" aria-disabled=${isSaving ? 'true' : 'false'}>${isSaving ? '確かめています…' : '提案する'}</button>
      ${isDirty ? html`<button type="button" ?disabled=${isSaving} @click=${discard}>書きかけを捨てる</button>` : nothing}
    </p>
  </form>`;
}

/** It waits for somebody else now. */
export function proposedView(proposal: number): TemplateResult {
  return html`<section aria-labelledby="proposed">
    <h2 id="proposed" tabindex="-1">提案しました。ほかの人が承認すると公開されます。</h2>
    <ul>
      <li><a href=${`proposals?proposal=${proposal}`}>提案を見る</a></li>
      <li><a href="edit">項目の一覧へ</a></li>
    </ul>
  </section>`;
}
