import { html, nothing, type TemplateResult } from 'lit';
import { type Part, type Source, webHref } from '../../../../src/reply/index.ts';
import { breaking, langOf, paragraph, runs, webLink, words } from './text.ts';
import { languageOf } from './text-language.ts';
import type { View } from './view.ts';

type Answer = Extract<Part, { kind: 'answer' }>;

/** A curated answer with whose it is, as of when, and where it stands. */
export function answerCard(part: Answer, view: View): TemplateResult {
  const { title, asOfNote, sources } = part;
  return html`<section class="card">
    <h3 class=${breaking(title)} lang=${langOf(title)}>${runs(title, view)}</h3>
    ${badge(part, view)} ${answerText(part, view)}
    ${asOfNote ? paragraph(asOfNote, view, 'note') : nothing}
    ${sources.length > 0 ? sourceList(sources, view) : nothing}
  </section>`;
}

function badge({ scope }: Answer, view: View) {
  const { national, silent } = view.messages.answer;
  switch (scope) {
    case 'insurer':
      return nothing;
    case 'national':
      return html`<p class="badge">${words(national, view)}</p>`;
    case 'silent':
      return html`<p class="badge silent">${words(silent, view)}</p>`;
  }
}

/** The text in the form that the resident reads most easily, and the authoritative one below it. */
function answerText({ text, easy, english }: Answer, view: View) {
  const { answer } = view.messages;
  switch (view.language) {
    case 'ja':
      return paragraph(text, view, 'body');
    case 'easy':
      return easy === undefined
        ? paragraph(text, view, 'body')
        : html`<p class="badge">${words(answer.easy, view)}</p>
            ${paragraph(easy, view, 'body')} ${folded(answer.usual, text, view)}`;
    case 'en':
      if (english !== undefined)
        return html`<p class="note translation">${answer.translation}</p>
          ${paragraph(english, view, 'body')} ${folded(answer.japanese, text, view)}`;
      return html`${languageOf(text) === 'ja' ? html`<p class="note translation">${answer.untranslated}</p>` : nothing}
      ${paragraph(text, view, 'body')}`;
  }
}

function folded(label: string, text: string, view: View): TemplateResult {
  return html`<details>
    <summary>${words(label, view)}</summary>
    ${paragraph(text, view, 'body')}
  </details>`;
}

function sourceList(sources: readonly Source[], view: View): TemplateResult {
  const { answer } = view.messages;
  const item = ({ title, section, date, url }: Source) => {
    const href = webHref(url);
    const name = runs(section ? `${title}「${section}」` : title, view, { hasLinks: false });
    return html`<li>
      <span class=${breaking(title)} lang=${langOf(title)}>${href ? webLink(href, name) : name}</span>
      <span class="day">(${answer.date(date)})</span>
    </li>`;
  };
  return html`<details>
    <summary>${words(answer.sources, view)}</summary>
    <ul>
      ${sources.map(item)}
    </ul>
  </details>`;
}
