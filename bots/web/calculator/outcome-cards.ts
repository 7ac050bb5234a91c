import { html, nothing, type TemplateResult } from 'lit';
import { japaneseDate, type Source, telHref, webHref } from '../../../src/reply/index.ts';
import type { Desk } from './knowledge.ts';
import type { NamedText, OutcomeView } from './outcome.ts';
import { timelineView } from './timeline-view.ts';

interface OutcomeActions {
  readonly saveEvent: () => void;
  readonly print: () => void;
}

/** What is announced: the date in both calendars, or that there is none. */
export function outcomeHeading({ heading, answer }: OutcomeView): TemplateResult {
  return html`<h2 id="step" tabindex="-1">${heading}</h2>
    <p class="answer">
      <span class="main">${answer.main}</span>
      ${answer.western === undefined ? nothing : html`<span class="western">(${answer.western})</span>`}
    </p>`;
}

/** How the date came about, its picture, and what can be done with it. */
export function outcomeDetails(view: OutcomeView, { saveEvent, print }: OutcomeActions): TemplateResult {
  return html`<p>${view.reason}</p>
    ${pairs(view.dates)}
    ${view.notes.length === 0 ? nothing : html`<ul class="notes">${view.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
    ${view.timeline === undefined ? nothing : timelineView(view.timeline)}
    ${view.desks.map(deskCard)}
    <h3>もとにした内容</h3>
    ${pairs([{ name: 'ご加入先', date: view.insurer }, ...view.given, { name: '計算した日', date: view.calculatedOn }])}
    ${view.asOfNote === '' ? nothing : html`<p class="note">${view.asOfNote}</p>`}
    ${view.sources.length === 0 ? nothing : html`<ul class="sources">${view.sources.map(sourceLine)}</ul>`}
    <p class="note">手続きの前に、ご加入先の窓口でもご確認ください。</p>
    <div class="row tools">
      ${view.event === undefined ? nothing : html`<button type="button" class="primary" @click=${saveEvent}>カレンダーに入れる(.ics)</button>`}
      <button type="button" class="choice" @click=${print}>控えを印刷する</button>
    </div>
    ${view.event === undefined ? nothing : html`<p class="note tools">カレンダーには、期限の名前と日付だけが入ります。2週間前にお知らせします。</p>`}`;
}

/** No date that was asked for is known: what to do instead. */
export function stuckView(desks: readonly Desk[]): TemplateResult {
  return html`<p>お手元のカードや書類を見て、もう一度お試しください。窓口でも確かめられます。</p>
    ${desks.map(deskCard)}`;
}

function pairs(all: readonly NamedText[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<dl>${all.map(({ name, date }) => html`<div><dt>${name}</dt><dd>${date}</dd></div>`)}</dl>`;
}

function deskCard({ name, about, tel, hours }: Desk): TemplateResult {
  return html`<div class="desk">
    <p class="name">${name}</p>
    ${about ? html`<p class="note">${about}</p>` : nothing}
    ${tel ? html`<a class="call" href=${telHref(tel)}>電話 ${tel}</a>` : nothing}
    ${hours ? html`<p class="note">${hours}</p>` : nothing}
  </div>`;
}

function sourceLine({ title, section, date, url }: Source): TemplateResult {
  const href = webHref(url);
  const named = href === undefined ? title : html`<a href=${href} rel="noreferrer">${title}</a>`;
  return html`<li>出典：${named}「${section}」(${japaneseDate(date)})</li>`;
}
