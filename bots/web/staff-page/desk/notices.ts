import { html, nothing, type TemplateResult } from 'lit';
import { bothCalendars, type IsoDate } from '../../../../src/text/index.ts';
import { infoIcon } from '../../widget/talk/icons.ts';
import type { Trouble } from '../api.ts';
import type { View } from './view-url.ts';

interface Around {
  /** The address of this page. */
  readonly here: string;
  /** Answers to something else stand below. */
  readonly hasOld: boolean;
}

/** Why nothing new can be shown, and what to do; what was found before stays below it. */
export function troubleNotice(trouble: Trouble, { here, hasOld }: Around, again: () => void): TemplateResult {
  return html`<div class="notice" role="alert">${infoIcon}<div>${sentence(trouble, here)}${hasOld ? html`<p>下に出ているのは、前に調べた答えです。</p>` : nothing}</div>
    ${trouble.kind === 'signed-out' ? nothing : html`<button type="button" class="choice" @click=${again}>もう一度調べる</button>`}
  </div>`;
}

function sentence(trouble: Trouble, here: string): TemplateResult {
  switch (trouble.kind) {
    case 'signed-out':
      // Beside this page, which then goes on with what stands in it.
      return html`<p>しばらく使われなかったため、サインアウトしました。入力したものは残っています。<a href=${here} target="_blank" rel="opener" aria-describedby="new-tab">サインインして</a>、この画面に戻ってください。</p>`;
    case 'unreachable':
      return html`<p>サーバーにつながりません。ネットワークをご確認ください。つながると、自動で調べ直します。</p>`;
    case 'refused':
      return html`<p>${trouble.sentence}</p>`;
  }
}

/** Nothing was found: how to find more. */
export function emptyNotice(view: View, asOf: IsoDate, clear: () => void): TemplateResult {
  const isFiltered = view.insurer !== undefined || view.category !== undefined || view.asOf !== undefined;
  const day = view.asOf === undefined ? '' : `${bothCalendars(asOf)}の時点では、`;
  return html`<div class="empty">
    <h2>見つかりませんでした</h2>
    <p>${day}${isFiltered ? 'この絞り込みに合う答えがありません。' : 'ほかの言葉でお試しください。'}</p>
    ${isFiltered ? html`<button type="button" class="choice" @click=${clear}>絞り込みを外す</button>` : nothing}
  </div>`;
}
