import { html, nothing, type TemplateResult } from 'lit';
import { japaneseDate, type Source, telHref, webHref } from '../../../../src/reply/index.ts';
import type { Desk } from './knowledge.ts';
import type { OutcomeView } from './outcome.ts';
import { timelineView } from './timeline-view.ts';
import type { Voice } from './voice.ts';

export interface OutcomeActions {
  readonly saveEvent: () => void;
  readonly print: () => void;
}

/** The heading of a step, which takes the focus when the step comes; `describedBy` is read with it. */
export function stepHeading(text: string, { level, say }: Voice, describedBy?: string): TemplateResult {
  return level === 2
    ? html`<h2 id="step" tabindex="-1" aria-describedby=${describedBy ?? nothing}>${say(text)}</h2>`
    : html`<h3 id="step" tabindex="-1" aria-describedby=${describedBy ?? nothing}>${say(text)}</h3>`;
}

function subheading(text: string, { level, say }: Voice): TemplateResult {
  return level === 2 ? html`<h3 class="basis">${say(text)}</h3>` : html`<h4 class="basis">${say(text)}</h4>`;
}

/** The date in both calendars, or that there is none. */
export function outcomeHeading({ heading, answer }: OutcomeView, voice: Voice): TemplateResult {
  const { say, japanese, lang } = voice;
  const other = lang === 'en' ? japanese : say;
  return html`${stepHeading(heading, voice, 'answer')}
    <p id="answer" class="answer">
      <span class="main">${say(answer.main)}</span>
      ${answer.other === undefined ? nothing : html`<span class="other">(${other(answer.other)})</span>`}
    </p>`;
}

/** How the date came about, and its picture. */
export function outcomeDetails(view: OutcomeView, voice: Voice): TemplateResult {
  const { words, say, japanese } = voice;
  return html`${words.outcome.reasonsLanguage === '' ? nothing : html`<p class="note">${words.outcome.reasonsLanguage}</p>`}
    <p>${japanese(view.reason)}</p>
    ${view.dates.length === 0 ? nothing : html`<dl>${view.dates.map(({ name, date }) => pair(say(name), say(date)))}</dl>`}
    ${view.notes.length === 0 ? nothing : html`<ul class="notes">${view.notes.map((note) => html`<li>${japanese(note)}</li>`)}</ul>`}
    ${view.timeline === undefined ? nothing : timelineView(view.timeline, voice)}
    ${view.desks.map((desk) => deskCard(desk, voice))}
    <p class="note">${say(words.outcome.confirm)}</p>`;
}

/** From what the date was worked out: open on a page and on paper, to be opened in the narrow talk. */
export function outcomeBasis(view: OutcomeView, voice: Voice, isOpen: boolean): TemplateResult {
  const { words, say } = voice;
  return isOpen
    ? html`${subheading(words.outcome.basis, voice)} ${basis(view, voice)}`
    : html`<details>
        <summary>${say(words.outcome.basis)}</summary>
        ${basis(view, voice)}
      </details>`;
}

function basis(view: OutcomeView, voice: Voice): TemplateResult {
  const { words, say, japanese } = voice;
  const insurer = view.insurer === undefined ? say(words.outcome.otherInsurer) : japanese(view.insurer);
  return html`<dl>
      ${pair(say(words.outcome.insurer), insurer)}
      ${view.given.map(({ name, date }) => pair(say(name), say(date)))}
      ${pair(say(words.outcome.calculatedOn), say(view.calculatedOn))}
    </dl>
    ${view.asOfNote === '' ? nothing : html`<p class="note">${japanese(view.asOfNote)}</p>`}
    ${view.sources.length === 0 ? nothing : html`<ul class="sources">${view.sources.map((source) => sourceLine(source, voice))}</ul>`}`;
}

/** What can be done with an outcome. */
export function outcomeTools(
  { event }: OutcomeView,
  { words, say }: Voice,
  { saveEvent, print }: OutcomeActions,
): TemplateResult {
  const { save, saveNote, print: printWords } = words.outcome;
  return html`<div class="row tools">
      ${event === undefined ? nothing : html`<button type="button" class="primary" @click=${saveEvent}>${say(save)}</button>`}
      <button type="button" class="choice" @click=${print}>${say(printWords)}</button>
    </div>
    ${event === undefined ? nothing : html`<p class="note tools">${say(saveNote)}</p>`}`;
}

/** No date that was asked for is known: what to do instead. */
export function stuckView(desks: readonly Desk[], voice: Voice): TemplateResult {
  const { words, say } = voice;
  return html`${stepHeading(words.outcome.stuck, voice, 'advice')}
    <p id="advice">${say(words.outcome.stuckAdvice)}</p>
    ${desks.map((desk) => deskCard(desk, voice))}`;
}

function pair(name: unknown, value: unknown): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function deskCard({ name, about, tel, hours }: Desk, { words, say, japanese }: Voice): TemplateResult {
  return html`<div class="desk">
    <p class="name">${japanese(name)}</p>
    ${about ? html`<p class="note">${japanese(about)}</p>` : nothing}
    ${tel ? html`<a class="call" href=${telHref(tel)}>${say(words.outcome.call(tel))}</a>` : nothing}
    ${hours ? html`<p class="note">${japanese(hours)}</p>` : nothing}
  </div>`;
}

function sourceLine({ title, section, date, url }: Source, { words, say, japanese }: Voice): TemplateResult {
  const href = webHref(url);
  const named =
    href === undefined ? japanese(title) : html`<a href=${href} rel="noreferrer">${japanese(title)}</a>`;
  return html`<li>${say(words.outcome.source)}${named}${japanese(`「${section}」(${japaneseDate(date)})`)}</li>`;
}
