import { html, nothing, type TemplateResult } from 'lit';
import { type Choice, type Part, pieces, plainOf, telHref } from '../../../../src/reply/index.ts';
import { answerCard } from './answer-card.ts';
import { callIcon, closedIcon, infoIcon, openIcon, privateIcon, urgentIcon } from './icons.ts';
import { breaking, langOf, paragraph, runs, words } from './text.ts';
import type { Actions, View } from './view.ts';

type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>;

/** One part of a reply. */
export function renderPart(part: Part, view: View, actions: Actions): TemplateResult | typeof nothing {
  switch (part.kind) {
    case 'text':
      return paragraph(part.text, view);
    case 'answer':
      return answerCard(part, view);
    case 'choices':
      return html`<div class="asked">
        ${paragraph(part.prompt, view)} ${choiceButtons(part.choices, view, actions)}
      </div>`;
    case 'date-request':
      // A line of its own, because it lives on while the talk goes on.
      return nothing;
    case 'contact':
      return contactCard(part, view);
    case 'notice':
      return noticeBox(part, view);
  }
}

/** Buttons in a list, so that a screen reader says how many there are. */
export function choiceButtons(choices: readonly Choice[], view: View, { choose }: Actions) {
  if (choices.length === 0) return nothing;
  const button = (choice: Choice) =>
    html`<li>
      <button type="button" class=${`choice ${breaking(choice.label)}`} lang=${langOf(choice.label)} @click=${() => choose(choice)}>
        ${runs(choice.label, view, { hasLinks: false })}
      </button>
    </li>`;
  return html`<ul class="choices" role="list">
    ${choices.map(button)}
  </ul>`;
}

function contactCard({ name, about, tel, hours, status }: PartOf<'contact'>, view: View): TemplateResult {
  const { contact } = view.messages;
  return html`<section class="card contact">
    <p class="label">${words(contact.label, view)}</p>
    <h3 class=${breaking(name)} lang=${langOf(name)}>${runs(name, view)}</h3>
    ${about ? paragraph(about, view, 'about') : nothing}
    ${status ? openStatus(status, view) : nothing}
    ${tel ? callLink(tel, view) : nothing}
    ${hours ? html`<p class="note ${breaking(hours)}">${words(contact.hours, view)} <span lang=${langOf(hours)}>${runs(hours, view)}</span></p>` : nothing}
  </section>`;
}

/** Whether the desk is open now: in words, and with a sign of another shape for each. */
function openStatus({ isOpen, text }: NonNullable<PartOf<'contact'>['status']>, view: View): TemplateResult {
  return html`<p class="status ${isOpen ? 'open' : 'closed'}">
    ${isOpen ? openIcon : closedIcon}<span class=${breaking(text)} lang=${langOf(text)}>${runs(text, view)}</span>
  </p>`;
}

/** A number to call, as a button; its name says what it does, and begins with what is seen. */
function callLink(tel: string, { messages }: View): TemplateResult {
  return html`<a class="call" href=${telHref(tel)} aria-label=${messages.contact.call(tel)}>${callIcon}<span>${tel}</span></a>`;
}

function noticeBox({ level, text }: PartOf<'notice'>, view: View): TemplateResult {
  const { notice } = view.messages;
  const isUrgent = level === 'urgent';
  // In danger nobody should have to hit a number in the midst of a sentence.
  const hotlines = isUrgent
    ? new Set(
        pieces(plainOf(text), true).flatMap((piece) => (piece.href?.startsWith('tel:') ? piece.text : [])),
      )
    : [];
  const box = (label: string, icon: TemplateResult) =>
    html`<section class="notice ${level}">
      <p class="label">${icon}<span>${words(label, view)}</span></p>
      <p class=${`body ${breaking(text)}`} lang=${langOf(text)}>${runs(text, view, { hasLinks: !isUrgent })}</p>
      ${isUrgent ? html`<div class="hotlines">${[...hotlines].map((tel) => callLink(tel, view))}</div>` : nothing}
    </section>`;
  switch (level) {
    case 'urgent':
      return box(notice.urgent, urgentIcon);
    case 'private':
      return box(notice.private, privateIcon);
    case 'info':
      return box(notice.info, infoIcon);
  }
}
