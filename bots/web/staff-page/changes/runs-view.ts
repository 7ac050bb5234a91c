import { html, type TemplateResult } from 'lit';
import type { Run } from '../../../../src/knowledge/index.ts';
import { folded, type Piece, visible } from './folding.ts';

/** A text with its words that came and went; long unchanged stretches are folded. */
export function runsView(runs: readonly Run[]): readonly unknown[] {
  return folded(runs).map(pieceView);
}

/** How a difference is to be read. */
export const RUNS_NOTE = html`<p class="note"><ins>下線</ins>は加わった言葉、<del>取り消し線</del>はなくなった言葉です。</p>`;

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
