import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CannedAnswer } from '../../../../src/staff/index.ts';
import type { DeskLine, FiltersAnswer } from '../../staff/routes/lookup.ts';
import { infoIcon, privateIcon } from '../../widget/talk/icons.ts';
import { answerCard, type CardActions } from './answer-card.ts';
import { answerKey, type Chosen, type Wish } from './selection.ts';
import { WORDINGS, type Wording } from './view-url.ts';
import { type Days, ofAnotherDay, reviewNote } from './wording.ts';

/** What the answers of an entry are shown with. */
export interface PanelView {
  readonly chosen: Chosen;
  readonly wording: Wording;
  readonly days: Days;
  readonly filters: FiltersAnswer | undefined;
  /** The name of the answer that is on the clipboard. */
  readonly copied: string;
  readonly mayPropose: boolean;
}

export interface PanelActions extends CardActions {
  readonly word: (wording: Wording) => void;
  readonly openDates: () => void;
}

/** Names an answer among all. */
export function nameOf({ entry, answer }: Wish): string {
  return `${entry} ${answer}`;
}

const WORDING_NAMES: Readonly<Record<Wording, string>> = {
  usual: 'ふつうの日本語',
  easy: 'やさしい日本語',
  english: 'English',
};

/** The marked entry with the answers of all insurers side by side. */
export function answerPanel(view: PanelView, actions: PanelActions): TemplateResult {
  const { chosen, wording, days, filters, copied } = view;
  const { entry, answerPlace } = chosen;
  const { answers } = entry;
  return html`<section class="panel" aria-labelledby="title">
    <h2 id="title">${entry.title}</h2>
    ${entryNotes(view)}
    <div class="row between">
      ${wordingChoice(wording, actions.word)}
      ${view.mayPropose ? html`<a class="edit" href=${`staff/edit?entry=${entry.entry}`}>この答えを直す</a>` : nothing}
      ${entry.rule === undefined ? nothing : html`<button type="button" class="choice" @click=${actions.openDates}>この期限を計算する</button>`}
    </div>
    <fieldset class="answers" data-count=${answers.length} aria-describedby=${entry.isSensitive ? 'sensitive' : nothing}>
      <legend class="speaker">「${entry.title}」の答え</legend>
      ${repeat(
        answers.map((answer, place) => ({ answer, key: answerKey(answers, place), place })),
        ({ key }) => nameOf({ entry: entry.entry, answer: key }),
        ({ answer, key, place }) => {
          const desk = deskOf(answer, filters);
          const isMarked = place === answerPlace;
          const isCopied = nameOf({ entry: entry.entry, answer: key }) === copied;
          const isReportable = !entry.isSensitive;
          return answerCard({ answer, key, isMarked, isCopied, wording, days, desk, isReportable }, actions);
        },
      )}
    </fieldset>
  </section>`;
}

function entryNotes({ chosen: { entry }, days }: PanelView): TemplateResult {
  const review = reviewNote(entry.review, days.today);
  const day = ofAnotherDay(days);
  return html`<p class="note facts"><span>分野：${entry.categoryLabel}</span>${review.isOver ? nothing : html`<span>${review.text}</span>`}${entry.owner === undefined ? nothing : html`<span>担当：${entry.owner}</span>`}</p>
    ${review.isOver ? html`<p class="warning">${infoIcon}${review.text}</p>` : nothing}
    ${entry.isSensitive ? html`<p class="warning private" id="sensitive">${privateIcon}支援措置：画面を見られていないか確かめてください</p>` : nothing}
    ${day === undefined ? nothing : html`<p class="warning">${infoIcon}${day}</p>`}`;
}

function wordingChoice(chosen: Wording, choose: (wording: Wording) => void): TemplateResult {
  return html`<fieldset class="wordings">
    <legend class="speaker">ことば</legend>
    ${WORDINGS.map(
      (wording) => html`<label lang=${wording === 'english' ? 'en' : nothing}>
        <input type="radio" name="wording" value=${wording} .checked=${wording === chosen} @change=${() => choose(wording)} />${WORDING_NAMES[wording]}
      </label>`,
    )}
  </fieldset>`;
}

/** Where to send somebody on: the insurer's own desk, or the nationwide line. */
function deskOf({ insurer }: CannedAnswer, filters: FiltersAnswer | undefined): DeskLine | undefined {
  return insurer === undefined
    ? filters?.callCenter
    : filters?.insurers.find(({ id }) => id === insurer)?.desk;
}
