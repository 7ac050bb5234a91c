import { html, nothing, type TemplateResult } from 'lit';
import type { EditingAnswer } from '../../staff/routes/editing.ts';
import { counted, selectField, textField } from './controls.ts';
import type { Start } from './drafts.ts';
import { LABELS, type PlacedFault } from './faults.ts';
import { LIMITS, letters, linesOf } from './model.ts';
import { summaryView } from './summary-view.ts';

export interface StartView {
  readonly start: Start;
  readonly lists: EditingAnswer;
  readonly sentence: string;
  readonly faults: readonly PlacedFault[];
  /** The missed questions for which it is made, one a line. */
  readonly asked: string;
}

export interface StartActions {
  change(change: Partial<Start>): void;
  begin(): void;
  goTo(field: string): void;
}

/** What a new entry needs before it can be written. */
export function startView(view: StartView, { change, begin, goTo }: StartActions): TemplateResult {
  const { start, lists, sentence, faults, asked } = view;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    begin();
  };
  return html`<h2 id="new" tabindex="-1">新しい項目を作る</h2>
    ${summaryView(sentence, faults, goTo)} ${askedView(asked)}
    <form @submit=${submit} novalidate>
      ${textField({ id: 'title', label: LABELS.title, value: start.title, faults, hint: counted(letters(start.title), LIMITS.title), set: (title) => change({ title }) })}
      ${selectField(
        {
          id: 'category',
          label: LABELS.category,
          value: start.category,
          faults,
          set: (category) => change({ category }),
        },
        lists.categories.map(({ id, label }) => ({ value: id, label })),
      )}
      ${textField({ id: 'id', label: 'ID', value: start.id, faults, hint: '英小文字・数字・ハイフンで書きます。あとからは変えられません。例：certificate-lost', set: (id) => change({ id }) })}
      <p class="buttons">
        <button class="go">下書きを始める</button>
        <a href="edit">項目の一覧へ</a>
      </p>
    </form>`;
}

function askedView(asked: string): TemplateResult | typeof nothing {
  const lines = linesOf(asked);
  if (lines.length === 0) return nothing;
  return html`<p>次の質問が、はじめから「聞き方」に入ります。</p>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}
