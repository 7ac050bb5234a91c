import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestions } from './suggestions.ts';

export interface ComposerPorts {
  readonly suggestions: Suggestions;
  readonly busy: boolean;
  /** Sends what stands in the field. */
  readonly send: () => void;
  /** Sends a suggested question instead of it. */
  readonly pick: (text: string) => void;
}

/** The field for the question, with the suggestions above it (WAI-ARIA combobox pattern; the focus never leaves the field). */
export function composer({ suggestions, busy, send, pick }: ComposerPorts): TemplateResult {
  const { items, active } = suggestions;
  const typed = (event: InputEvent) => suggestions.typed((event.currentTarget as HTMLInputElement).value);
  return html`<div class="composer">
    ${items.length > 0 ? listbox(items, active, pick) : nothing}
    <span class="speaker" role="status">${items.length > 0 ? `候補が${items.length}件あります` : ''}</span>
    <input
      id="question"
      type="text"
      role="combobox"
      aria-label="ご質問"
      aria-autocomplete="list"
      aria-expanded=${items.length > 0}
      aria-controls="suggestions"
      aria-activedescendant=${active >= 0 ? `suggestion-${active}` : nothing}
      autocomplete="off"
      enterkeyhint="send"
      placeholder="ご質問を入力"
      @input=${typed}
      @keydown=${(event: KeyboardEvent) => pressed(event, suggestions, { send, pick })}
      @blur=${() => suggestions.close()}
    />
    <button type="button" class="primary" aria-disabled=${busy} @mousedown=${keepFocus} @click=${send}>
      送信
    </button>
  </div>`;
}

function listbox(items: readonly string[], active: number, pick: (text: string) => void): TemplateResult {
  const option = (text: string, place: number) =>
    html`<li
      id="suggestion-${place}"
      role="option"
      aria-selected=${place === active}
      @mousedown=${keepFocus}
      @click=${() => pick(text)}
    >
      ${text}
    </li>`;
  return html`<ul id="suggestions" class="suggestions" role="listbox" aria-label="よくあるご質問の候補">
    ${items.map(option)}
  </ul>`;
}

function pressed(
  event: KeyboardEvent,
  list: Suggestions,
  { send, pick }: Pick<ComposerPorts, 'send' | 'pick'>,
) {
  // While kana are being converted, Enter and the arrows belong to the input method; 229 is how Safari says so.
  if (event.isComposing || event.keyCode === 229) return;
  const marked = list.items[list.active];
  if (event.key === 'Enter') {
    if (marked === undefined) send();
    else pick(marked);
  } else if (event.key === 'Escape' && list.items.length > 0) {
    list.close();
  } else if (event.key === 'ArrowDown' && list.items.length > 0) {
    list.move(1);
  } else if (event.key === 'ArrowUp' && list.items.length > 0) {
    list.move(-1);
  } else {
    return;
  }
  event.preventDefault();
}

/** A mouse press would take the focus from the field. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
