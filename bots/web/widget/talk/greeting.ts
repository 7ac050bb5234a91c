import { html, nothing, type TemplateResult } from 'lit';
import type { Insurer } from '../../client.ts';
import { listIcon } from './icons.ts';
import { langOf, words } from './text.ts';
import type { View } from './view.ts';

export interface GreetingPorts {
  readonly insurers: readonly Insurer[];
  /** The chosen one; empty for another or an unknown one. */
  readonly insurer: string;
  readonly select: (id: string) => void;
  readonly say: (text: string) => void;
  readonly showTopics: () => void;
}

/** The first bubble: what can be asked, whose answers to give, and questions to begin with. */
export function greeting(
  { insurers, insurer, select, say, showTopics }: GreetingPorts,
  view: View,
): TemplateResult {
  const { greeting: told, topics } = view.messages;
  const example = (text: string) =>
    html`<li><button type="button" class="choice" @click=${() => say(text)}>${words(text, view)}</button></li>`;
  return html`<div class="bubble bot greeting">
    <p class="plain auto">${words(told.hello, view)}</p>
    <p class="note auto">${words(told.privacy, view)}</p>
    ${insurers.length > 0 ? insurerSelect(insurers, insurer, { select, view }) : nothing}
    <p class="plain auto">${words(told.intro, view)}</p>
    <ul class="choices" role="list">
      ${told.examples.map(example)}
    </ul>
    <button type="button" class="choice with-icon" @click=${showTopics}>
      ${listIcon}<span>${words(topics.button, view)}</span>
    </button>
  </div>`;
}

function insurerSelect(
  insurers: readonly Insurer[],
  chosen: string,
  { select, view }: { readonly select: (id: string) => void; readonly view: View },
): TemplateResult {
  const { insurer, otherInsurer } = view.messages.greeting;
  const option = ({ id, name }: Insurer) =>
    html`<option value=${id} lang=${langOf(name)} ?selected=${id === chosen}>${name}</option>`;
  const changed = (event: Event) => select((event.currentTarget as HTMLSelectElement).value);
  return html`<div class="insurer">
    <label for="insurer">${words(insurer, view)}</label>
    <select id="insurer" .value=${chosen} @change=${changed}>
      ${insurers.map(option)}
      <option value="" ?selected=${chosen === ''}>${otherInsurer}</option>
    </select>
  </div>`;
}
