import { html, nothing, type TemplateResult } from 'lit';
import {
  type Choice,
  japaneseDate,
  type Part,
  pieces,
  type Scope,
  type Source,
  telHref,
  webHref,
} from '../../../../src/reply/index.ts';
import { dateRequest } from './date-input.ts';
import { callIcon, infoIcon, privateIcon, urgentIcon } from './icons.ts';

/** What a part lets the resident do. */
export interface Actions {
  readonly say: (text: string) => void;
  readonly choose: (choice: Choice) => void;
}

type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>;

/** One part of a reply; `latest` is false once the talk has gone on, and then a date is no longer asked for. */
export function renderPart(part: Part, actions: Actions, latest: boolean): TemplateResult {
  switch (part.kind) {
    case 'text':
      return html`<p class="plain">${linked(part.text)}</p>`;
    case 'answer':
      return answerCard(part);
    case 'choices':
      return html`<p class="plain">${part.prompt}</p>
        ${choiceButtons(part.choices, actions)}`;
    case 'date-request':
      return latest
        ? dateRequest(part, actions.say, choiceButtons(part.choices, actions))
        : html`<p class="plain">${part.prompt}</p>`;
    case 'contact':
      return contactCard(part);
    case 'notice':
      return noticeBox(part);
  }
}

/** Buttons in a list, so that a screen reader says how many there are. */
export function choiceButtons(choices: readonly Choice[], { choose }: Pick<Actions, 'choose'>) {
  if (choices.length === 0) return nothing;
  const button = (choice: Choice) =>
    html`<li><button type="button" class="choice" @click=${() => choose(choice)}>${choice.label}</button></li>`;
  return html`<ul class="choices" role="list">
    ${choices.map(button)}
  </ul>`;
}

function answerCard({ title, text, scope, asOfNote, sources }: PartOf<'answer'>): TemplateResult {
  return html`<section class="card">
    <h3>${title}</h3>
    ${badge(scope)}
    <p class="body">${linked(text)}</p>
    ${asOfNote ? html`<p class="note">${asOfNote}</p>` : nothing}
    ${sources.length > 0 ? sourceList(sources) : nothing}
  </section>`;
}

function badge(scope: Scope) {
  switch (scope) {
    case 'insurer':
      return nothing;
    case 'national':
      return html`<p class="badge">全国共通の内容</p>`;
    case 'silent':
      return html`<p class="badge silent">ご加入先の資料に記載なし</p>`;
  }
}

function sourceList(sources: readonly Source[]): TemplateResult {
  const item = ({ title, section, date, url }: Source) => {
    const href = webHref(url);
    const name = section ? `${title}「${section}」` : title;
    return html`<li>${href ? webLink(href, name) : name}<span class="day">(${japaneseDate(date)})</span></li>`;
  };
  return html`<details>
    <summary>出典</summary>
    <ul>
      ${sources.map(item)}
    </ul>
  </details>`;
}

function contactCard({ name, about, tel, hours }: PartOf<'contact'>): TemplateResult {
  return html`<section class="card contact">
    <h3><span class="speaker">お問い合わせ先:</span>${name}</h3>
    ${about ? html`<p class="about">${about}</p>` : nothing}
    ${tel ? html`<a class="call" href=${telHref(tel)}>${callIcon}<span>${tel}<span class="speaker"> に電話する</span></span></a>` : nothing}
    ${hours ? html`<p class="note">受付時間 ${hours}</p>` : nothing}
  </section>`;
}

function noticeBox({ level, text }: PartOf<'notice'>): TemplateResult {
  const box = (label: string, icon: TemplateResult) =>
    html`<section class="notice ${level}">
      <p class="label">${icon}<span>${label}</span></p>
      <p class="body">${linked(text, level === 'urgent')}</p>
    </section>`;
  switch (level) {
    case 'urgent':
      return box('緊急のご案内', urgentIcon);
    case 'private':
      return box('個人情報を守るために', privateIcon);
    case 'info':
      return box('お知らせ', infoIcon);
  }
}

/** A text whose web addresses and telephone numbers can be followed. */
function linked(text: string, urgent = false) {
  return pieces(text, urgent).map(({ text: run, href }) => {
    if (href === undefined) return run;
    return href.startsWith('tel:') ? html`<a href=${href}>${run}</a>` : webLink(href, run);
  });
}

/** Opens beside the talk, which would be lost with the page. */
function webLink(href: string, name: string): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer">${name}<span class="speaker">(新しいタブで開きます)</span></a>`;
}
