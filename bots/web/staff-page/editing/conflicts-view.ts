import { html, nothing, type TemplateResult } from 'lit';
import type { OpenConflict } from './writing.ts';

export interface ConflictsView {
  readonly conflicts: readonly OpenConflict[];
  canTake(place: number, side: OpenConflict['side']): boolean;
  take(place: number, side: OpenConflict['side']): void;
}

/** What others have changed at the same places, and the choice between their words and one's own. */
export function conflictsView(view: ConflictsView): TemplateResult | typeof nothing {
  const { conflicts } = view;
  if (conflicts.length === 0) return nothing;
  return html`<section class="warning" aria-labelledby="conflicts">
    <h3 id="conflicts" tabindex="-1">ほかの人が同じところを直しました(${conflicts.length}か所)</h3>
    <p>
      まだ提案していません。自分の直したところは、すべて下に残っています。ほかの人の直したところも、下に入りました。食い違うところを見比べ、必要なら直してから、もう一度提案してください。
    </p>
    ${conflicts.map((_, place) => conflictView(view, place))}
  </section>`;
}

function conflictView(view: ConflictsView, place: number): TemplateResult {
  const { conflict, side } = view.conflicts[place]!;
  const { where, base, mine, theirs } = conflict;
  const text = (name: string, words: string | null) =>
    html`<div><dt>${name}</dt><dd>${words ?? '(ありません)'}</dd></div>`;
  return html`<div class="conflict">
    <h4 id=${`conflict-${place}`}>${placeName(where)}</h4>
    <dl>${text('もとの文', base)} ${text('自分の文', mine)} ${text('いまの版の文', theirs)}</dl>
    ${choiceView(view, place, side)}
  </div>`;
}

function choiceView(view: ConflictsView, place: number, side: OpenConflict['side']): TemplateResult {
  const other = side === 'mine' ? 'theirs' : 'mine';
  if (!view.canTake(place, other)) return html`<p>${byHand(view, place)}</p>`;
  return html`<p>${side === 'mine' ? '下の欄は、自分の文です。' : '下の欄を、いまの版の文にしました。'}</p>
    <button type="button" aria-describedby=${`conflict-${place}`} @click=${() => view.take(place, other)}>
      ${other === 'theirs' ? 'いまの版の文にする' : '自分の文にする'}
    </button>`;
}

/** What to do where the page cannot choose by itself. */
function byHand({ conflicts }: ConflictsView, place: number): string {
  const { path, theirs } = conflicts[place]!.conflict;
  return theirs === null && path[0] === 'answers'
    ? 'いまの版では、この答えは消えています。自分の答えを残すときは、下の「元に戻す」を押してください。'
    : 'ここは、下の欄で直してください。';
}

/** Without the entry, which the page is about. */
function placeName(where: string): string {
  const [entry = '', ...rest] = where.split(' › ');
  return rest.length === 0 ? entry : rest.join(' › ');
}
