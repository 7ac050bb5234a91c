import { html, type TemplateResult } from 'lit';
import { pieces } from '../../../src/reply/index.ts';

/**
 * A text with its addresses and telephone numbers to follow; addresses open beside the page, where what was typed stays. The page
 * holds `newTabNote`.
 */
export function linked(text: string): readonly unknown[] {
  return pieces(text).map((piece) => {
    if (piece.href === undefined) return piece.text;
    return piece.href.startsWith('tel:')
      ? html`<a href=${piece.href}>${piece.text}</a>`
      : beside(piece.href, piece.text);
  });
}

/** A link that opens beside the page. */
export function beside(href: string, content: unknown): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" aria-describedby="new-tab">${content}</a>`;
}

/** What is told of every link that opens beside the page. */
export const newTabNote = html`<p hidden id="new-tab">新しいタブで開きます</p>`;
