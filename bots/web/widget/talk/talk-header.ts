import { html, nothing, type TemplateResult } from 'lit';
import type { Display } from './display.ts';
import { closeIcon } from './icons.ts';
import { langOf, words } from './text.ts';
import type { View } from './view.ts';

export interface HeaderPorts {
  readonly heading: string;
  /** It stands in a panel. */
  readonly canClose: boolean;
  readonly view: View;
  readonly display: Display;
  readonly close: () => void;
}

/** The title, the way to 「表示」, and out of the panel. */
export function talkHeader({ heading, canClose, view, display, close }: HeaderPorts): TemplateResult {
  const { messages } = view;
  return html`<header>
    <h2 id="title" lang=${langOf(heading)}>${words(heading, view)}</h2>
    <button
      id="display-button"
      type="button"
      class="quiet"
      aria-expanded=${display.isOpen}
      aria-controls="display"
      @click=${() => display.open(!display.isOpen)}
    >
      ${words(messages.display.button, view)}
    </button>
    ${
      canClose
        ? html`<button type="button" class="quiet icon" aria-label=${messages.frame.close} @click=${close}>${closeIcon}</button>`
        : nothing
    }
  </header>`;
}
