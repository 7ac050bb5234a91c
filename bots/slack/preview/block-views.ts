import { html, type TemplateResult } from 'lit';
import { type Run, runsOf } from './mrkdwn-runs.ts';

interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
}

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
}

/** The blocks that render/blocks.ts makes of a message, as far as they can be seen. */
export type ShownBlock =
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'divider' }
  | {
      readonly type: 'actions';
      readonly elements: readonly { readonly type: 'button'; readonly text: PlainText }[];
    };

/** A block to be looked at: its buttons and links are words that look so. */
export function blockView(block: ShownBlock): TemplateResult {
  switch (block.type) {
    case 'section':
      return html`<p class="section">${words(block.text)}</p>`;
    case 'context':
      return html`<p class="context">${block.elements.map(words)}</p>`;
    case 'header':
      return html`<p class="header">${block.text.text}</p>`;
    case 'divider':
      return html`<hr />`;
    case 'actions':
      return html`<div class="actions">
        ${block.elements.map(({ text }) => html`<span class="button">${text.text}</span>`)}
      </div>`;
  }
}

const words = ({ text }: Mrkdwn) => runsOf(text).map(run);

function run(given: Run): TemplateResult {
  switch (given.kind) {
    case 'text':
      return html`${given.text}`;
    case 'bold':
      return html`<strong>${given.text}</strong>`;
    case 'link':
      return html`<span class="link">${given.text}</span>`;
  }
}
