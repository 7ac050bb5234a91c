import { html, nothing, type TemplateResult } from 'lit';
import { listIcon } from './icons.ts';
import type { Suggestions } from './suggestions.ts';
import { langOf, words } from './text.ts';
import type { View } from './view.ts';

export interface ComposerPorts {
  readonly suggestions: Suggestions;
  readonly isBusy: boolean;
  /** Sends what stands in the field. */
  readonly send: () => void;
  /** Sends a suggested question instead of it. */
  readonly pick: (text: string) => void;
  readonly showTopics: () => void;
}

/** The field for the question, with the suggestions above it (WAI-ARIA combobox pattern; the focus never leaves the field). */
export function composer(
  { suggestions, isBusy, send, pick, showTopics }: ComposerPorts,
  view: View,
): TemplateResult {
  const { composer: told, topics } = view.messages;
  const { items, active } = suggestions;
  const typed = (event: InputEvent) => suggestions.typed((event.currentTarget as HTMLInputElement).value);
  return html`<div class="composer">
    ${items.length > 0 ? listbox(suggestions, told.suggestions, pick) : nothing}
    <span class="speaker" role="status">${items.length > 0 ? told.found(items.length) : ''}</span>
    <input
      id="question"
      type="text"
      dir="auto"
      role="combobox"
      aria-label=${told.label}
      aria-autocomplete="list"
      aria-expanded=${items.length > 0}
      aria-controls="suggestions"
      aria-activedescendant=${active >= 0 ? `suggestion-${active}` : nothing}
      autocomplete="off"
      enterkeyhint="send"
      placeholder=${told.placeholder}
      @input=${typed}
      @keydown=${(event: KeyboardEvent) => pressed(event, suggestions, { send, pick })}
      @blur=${() => suggestions.close()}
    />
    <button type="button" class="primary" aria-disabled=${isBusy} @mousedown=${keepFocus} @click=${send}>
      ${words(told.send, view)}
    </button>
    <button type="button" class="quiet with-icon" @click=${showTopics}>
      ${listIcon}<span>${words(topics.button, view)}</span>
    </button>
  </div>`;
}

function listbox(
  { items, active }: Suggestions,
  label: string,
  pick: (text: string) => void,
): TemplateResult {
  const option = (text: string, place: number) =>
    html`<li
      id="suggestion-${place}"
      role="option"
      lang=${langOf(text)}
      aria-selected=${place === active}
      @mousedown=${keepFocus}
      @click=${() => pick(text)}
    >
      ${text}
    </li>`;
  return html`<ul id="suggestions" class="suggestions" role="listbox" aria-label=${label}>
    ${items.map(option)}
  </ul>`;
}

function pressed(
  event: KeyboardEvent,
  list: Suggestions,
  { send, pick }: Pick<ComposerPorts, 'send' | 'pick'>,
): void {
  // While kana are being converted, Enter and the arrows belong to the input method; 229 is how Safari says so.
  if (event.isComposing || event.keyCode === 229) return;
  const marked = list.items[list.active];
  if (event.key === 'Enter') {
    if (marked === undefined) send();
    else pick(marked);
    event.preventDefault();
  } else if (list.key(event.key)) {
    event.preventDefault();
  }
}

/** A mouse press would take the focus from the field. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
