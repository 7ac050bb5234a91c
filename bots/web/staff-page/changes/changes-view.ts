import { html, type TemplateResult } from 'lit';
import type { Described } from '../../../../src/staff/index.ts';
import { folded, type Piece, visible } from './folding.ts';

const KINDS: Readonly<Record<Described['kind'], string>> = {
  added: '追加',
  removed: '削除',
  changed: '変更',
  reordered: '並べ替え',
};

/** What was changed where, each text with its words that came and went; under a heading of the third level. */
export function changesView(changes: readonly Described[]): TemplateResult {
  return html`<h3>変わるところ(${changes.length})</h3>
    <p class="note"><ins>下線</ins>は加わった言葉、<del>取り消し線</del>はなくなった言葉です。</p>
    <ol class="changes">
      ${changes.map(
        ({ kind, where, runs }) => html`<li>
          <h4><span class="kind">${KINDS[kind]}</span> ${where}</h4>
          <div class="runs">${folded(runs).map(pieceView)}</div>
        </li>`,
      )}
    </ol>`;
}

// In one line each: spaces of the text itself are shown.
function pieceView(piece: Piece): TemplateResult | string {
  switch (piece.kind) {
    case 'kept':
      return piece.text;
    case 'added':
      return html`<ins>${aside('追加「')}${visible(piece.text)}${aside('」')}</ins>`;
    case 'removed':
      return html`<del>${aside('削除「')}${visible(piece.text)}${aside('」')}</del>`;
    case 'folded':
      return html`<details class="fold"><summary>変わらない${piece.length}字</summary>${piece.text}</details>`;
  }
}

/** Most screen readers do not tell insertions and deletions apart by themselves. */
const aside = (words: string) => html`<span class="speaker">${words}</span>`;
