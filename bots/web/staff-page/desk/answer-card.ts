import { html, nothing, type TemplateResult } from 'lit';
import { japaneseDate, type Source, telHref, webHref } from '../../../../src/reply/index.ts';
import type { CannedAnswer } from '../../../../src/staff/index.ts';
import type { DeskLine } from '../../staff/routes/lookup.ts';
import { infoIcon } from '../../widget/talk/icons.ts';
import { beside, linked } from '../linked.ts';
import type { Wording } from './view-url.ts';
import { type Days, notHolding, validity, worded } from './wording.ts';

/** An answer among those of its entry. */
export interface CardView {
  readonly answer: CannedAnswer;
  /** Names it in its entry; also what its parts are called by. */
  readonly key: string;
  readonly isMarked: boolean;
  /** It is on the clipboard. */
  readonly isCopied: boolean;
  readonly wording: Wording;
  readonly days: Days;
  readonly desk: DeskLine | undefined;
  /** Staff may say that it is old or wrong; not of what is about violence. */
  readonly isReportable: boolean;
}

export interface CardActions {
  readonly mark: (key: string) => void;
  readonly copy: (key: string) => void;
  readonly print: (key: string) => void;
  readonly report: (key: string) => void;
}

const REPORT = '古い・まちがいを知らせる';

/** One insurer's answer: its name is a radio button, so that arrows and screen readers go from one to the next. */
export function answerCard(view: CardView, { mark, copy, print, report }: CardActions): TemplateResult {
  const { answer, key, isMarked, isCopied, days } = view;
  const warning = notHolding(answer, days);
  const holds = validity(answer);
  return html`<div class="answer" ?data-marked=${isMarked} ?data-over=${!answer.holds}>
    <div class="whose">
    <label>
      <input
        type="radio" name="answer" class="found-item" value=${key} .checked=${isMarked}
        aria-describedby=${`warning-${key} text-${key}`} @change=${() => mark(key)}
      />${answer.insurerName}
    </label>
    <button type="button" class="primary" aria-label=${`${answer.insurerName}の答えを${isCopied ? 'コピーしました' : 'コピー'}`} @click=${() => copy(key)}><span class=${isCopied ? 'done' : ''}>${isCopied ? 'コピーしました' : 'コピー'}</span></button>
    </div>
    <p class="warning" id=${`warning-${key}`} ?hidden=${warning === undefined}>${infoIcon}${warning}</p>
    ${text(view)}
    ${answer.asOfNote === '' ? nothing : html`<p class="note">${answer.asOfNote}</p>`}
    ${holds === '' ? nothing : html`<p class="note">${holds}</p>`}
    ${sources(answer.sources)} ${view.desk === undefined ? nothing : deskLines(view.desk)}
    <div class="row">
      <button type="button" class="choice" aria-label=${`${answer.insurerName}の答えを印刷`} @click=${() => print(key)}>印刷</button>
      ${view.isReportable ? html`<button type="button" class="quiet" aria-label=${`${answer.insurerName}の答え：${REPORT}`} @click=${() => report(key)}>${REPORT}</button>` : nothing}
    </div>
  </div>`;
}

function text({ answer, key, wording }: CardView): TemplateResult {
  const shown = worded(answer, wording);
  const missing = shown.wording === wording ? nothing : html`<p class="note">${MISSING[wording]}</p>`;
  const lang = shown.wording === 'english' ? 'en' : 'ja';
  return html`${missing}
    <p class="text" id=${`text-${key}`} lang=${lang}>${linked(shown.text)}</p>`;
}

const MISSING: Readonly<Record<Wording, string>> = {
  usual: '',
  easy: 'やさしい日本語の答えは、まだありません。',
  english: '英語の答えは、まだありません。',
};

function sources(all: readonly Source[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<details open>
    <summary>出典</summary>
    <ul>
      ${all.map(({ title, section, date, url }) => {
        const href = webHref(url);
        const name = `${title}「${section}」`;
        return html`<li>${href === undefined ? name : beside(href, name)}(${japaneseDate(date)})</li>`;
      })}
    </ul>
  </details>`;
}

function deskLines({ name, about, tel, hours }: DeskLine): TemplateResult {
  return html`<p class="desk-line">
    <b>${name}</b>${about ? html`<br />${about}` : nothing}${tel ? html`<br /><a href=${telHref(tel)}>${tel}</a>` : nothing}${hours ? html`<br />${hours}` : nothing}
  </p>`;
}
