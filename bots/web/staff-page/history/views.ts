import { html, nothing, type TemplateResult } from 'lit';
import type { Trouble } from '../api.ts';
import { changesView } from '../changes/changes-view.ts';
import { factsView } from '../facts-view.ts';
import { sendingTrouble } from '../sending-trouble.ts';
import { dateAndTime } from '../times.ts';
import { returnWarning, type VersionAnswer } from './model.ts';

/** One version: who made it and why, what it changed; `open` leads to the return, where that is possible. */
export function versionView(
  { version, changes }: VersionAnswer,
  isPresent: boolean,
  open: (() => void) | undefined,
): TemplateResult {
  const { number, by, approvedBy, at, why, from } = version;
  return html`<section class="chosen" aria-labelledby="chosen">
    <h2 id="chosen" tabindex="-1">第${number}版${isPresent ? '(いまの版)' : ''}</h2>
    ${factsView([
      ['公開した日時', dateAndTime(at)],
      [from === null ? '書いた人' : '戻した人', by],
      ['承認した人', approvedBy],
      ['理由', why],
      ['戻した先', from === null ? '' : `第${from}版の内容`],
    ])}
    ${open ? html`<p class="buttons"><button type="button" id="open-return" @click=${open}>この版に戻す</button></p>` : nothing}
    ${changes.length > 0 ? changesView(changes) : html`<p>${number === 1 ? '最初の版です。' : 'ひとつ前の版と、違うところはありません。'}</p>`}
  </section>`;
}

export interface ReturnView {
  readonly number: number;
  readonly present: number;
  readonly why: string;
  readonly fault: string;
  readonly isBusy: boolean;
  readonly refusal: Trouble | undefined;
}

export interface ReturnActions {
  write(why: string): void;
  confirm(): void;
  close(): void;
}

/** Says what a return does, and asks why; closed until it is shown. */
export function returnDialog(view: ReturnView, { write, confirm, close }: ReturnActions): TemplateResult {
  const { number, present, why, fault, isBusy, refusal } = view;
  return html`<dialog id="return" aria-labelledby="return-title" aria-describedby="return-what">
    <h2 id="return-title">第${number}版に戻しますか?</h2>
    <p id="return-what">${returnWarning(number, present)}</p>
    <label for="why">戻す理由</label>
    <p class="fault" id="why-fault" ?hidden=${fault === ''}>${fault}</p>
    <textarea
      id="why" rows="3" maxlength="500"
      aria-invalid=${fault === '' ? 'false' : 'true'} aria-describedby="why-fault"
      .value=${why} @input=${({ target }: Event) => write((target as HTMLTextAreaElement).value)}
    ></textarea>
    ${refusal ? sendingTrouble(refusal, location.href) : nothing}
    <p class="buttons">
      <button type="button" class="go" aria-disabled=${isBusy} @click=${confirm}>第${number}版に戻す</button>
      <button type="button" @click=${close}>やめる</button>
    </p>
    <p role="status">${isBusy ? '戻しています…' : ''}</p>
  </dialog>`;
}
