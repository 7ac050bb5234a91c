import { html, nothing, type TemplateResult } from 'lit';
import { japaneseDate } from '../../../../src/reply/index.ts';
import type { CannedAnswer, Found } from '../../../../src/staff/index.ts';
import { bothCalendars } from '../../../../src/text/index.ts';
import type { Wording } from './view-url.ts';
import { type Days, notHolding, ofAnotherDay, validity, worded } from './wording.ts';

/** Answers on paper, each with its sources written out, and the day on which they were printed. */
export function printSheet(found: readonly Found[], wording: Wording, days: Days): TemplateResult {
  const day = ofAnotherDay(days);
  return html`<div class="sheet" lang="ja">
    <p class="printed">印刷した日：${bothCalendars(days.today)}</p>
    ${day === undefined ? nothing : html`<p class="warning">${day}</p>`}
    ${found.map(
      ({ title, answers }) => html`<section>
        <h2>${title}</h2>
        ${answers.map((answer) => printed(answer, wording, days))}
      </section>`,
    )}
  </div>`;
}

function printed(answer: CannedAnswer, wording: Wording, days: Days): TemplateResult {
  const shown = worded(answer, wording);
  const warning = notHolding(answer, days);
  const notes = [answer.asOfNote, validity(answer)].filter((note) => note !== '');
  return html`<article>
    <h3>${answer.insurerName}</h3>
    ${warning === undefined ? nothing : html`<p class="warning">${warning}</p>`}
    <p class="text" lang=${shown.wording === 'english' ? 'en' : 'ja'}>${shown.text}</p>
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
    ${answer.sources.map(
      ({ title, section, date, url }) =>
        html`<p class="source">出典：${title}「${section}」(${japaneseDate(date)})${url === undefined ? nothing : html`<br />${url}`}</p>`,
    )}
  </article>`;
}
