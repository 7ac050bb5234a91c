import { html, nothing, type TemplateResult } from 'lit';
import type { Display } from './display.ts';
import { infoIcon } from './icons.ts';
import { plainTalk } from './plain-talk.ts';
import type { TalkLanguage } from './settings.ts';
import type { TalkModel } from './talk-model.ts';
import { words } from './text.ts';
import type { View } from './view.ts';

export interface DisplayPanel {
  readonly view: View;
  readonly display: Display;
  readonly model: TalkModel;
  readonly heading: string;
  readonly restart: () => void;
}

/** Each named in itself, so that somebody who got lost in another language finds back. */
const LANGUAGES = [
  { id: 'ja', name: '日本語', lang: 'ja' },
  { id: 'easy', name: 'やさしい日本語', lang: 'ja' },
  { id: 'en', name: 'English', lang: 'en' },
] as const satisfies readonly { id: TalkLanguage; name: string; lang: string }[];

/** How the talk is shown, and what can be done with it; opened by the button in the header. */
export function displayPanel({ view, display, model, heading, restart }: DisplayPanel): TemplateResult {
  const { messages } = view;
  const told = messages.display;
  const furigana = (event: Event) =>
    model.choose({ furigana: (event.currentTarget as HTMLInputElement).checked });
  const copy = () => display.copy(plainTalk(model.lines, view), messages);
  // Copies and printouts of a talk about somebody's danger are found by others.
  const ways = model.isSensitive
    ? nothing
    : html`${action(told.copy, copy, view)} ${action(told.print, () => display.print(heading, messages), view)}`;
  return html`<div id="display" class="display" role="group" aria-label=${told.button}>
    <fieldset>
      <legend>${words(told.language, view)}</legend>
      <div class="options">${LANGUAGES.map((language) => languageRadio(language, model))}</div>
    </fieldset>
    <label class="option">
      <input type="checkbox" .checked=${view.furigana} @change=${furigana} />
      <span>${words(told.furigana, view)}</span>
    </label>
    <fieldset>
      <legend>${words(told.talk, view)}</legend>
      <div class="row">${ways} ${action(told.restart, restart, view)}</div>
      ${display.done === '' ? nothing : html`<p class="done">${infoIcon}<span>${words(display.done, view)}</span></p>`}
      ${display.byHand === undefined ? nothing : byHand(display.byHand, view)}
    </fieldset>
  </div>`;
}

function byHand(text: string, view: View): TemplateResult {
  return html`<p id="by-hand-note" class="note">${words(view.messages.display.copyByHand, view)}</p>
    <textarea id="by-hand" readonly rows="5" aria-labelledby="by-hand-note" .value=${text}></textarea>`;
}

function languageRadio({ id, name, lang }: (typeof LANGUAGES)[number], model: TalkModel): TemplateResult {
  return html`<label class="option" lang=${lang}>
    <input
      type="radio"
      name="language"
      .checked=${model.language === id}
      @change=${() => model.choose({ language: id })}
    />
    <span>${name}</span>
  </label>`;
}

function action(label: string, act: () => void, view: View): TemplateResult {
  return html`<button type="button" class="choice" @click=${act}>${words(label, view)}</button>`;
}
