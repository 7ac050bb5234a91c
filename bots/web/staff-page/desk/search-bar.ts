import { html, nothing, type TemplateResult } from 'lit';
import type { IsoDate } from '../../../../src/text/index.ts';
import type { FiltersAnswer } from '../../staff/routes/lookup.ts';
import { filterBar } from './filter-bar.ts';
import { MOST_TYPED, SEARCH_ID } from './place.ts';
import type { View } from './view-url.ts';

export interface SearchView {
  readonly view: View;
  readonly filters: FiltersAnswer | undefined;
  readonly today: IsoDate | undefined;
  readonly isSlow: boolean;
}

export interface SearchActions {
  readonly type: (text: string) => void;
  readonly change: (change: Partial<View>) => void;
  readonly openDates: () => void;
  readonly openKeys: () => void;
}

/** What is looked up, by words and by filters. */
export function searchBar(
  { view, filters, today, isSlow }: SearchView,
  { type, change, openDates, openKeys }: SearchActions,
): TemplateResult {
  const typed = (event: Event) => type((event.target as HTMLInputElement).value);
  return html`<search class="top">
    <div class="asked">
      <label for=${SEARCH_ID}>聞かれたこと <span class="slow">${isSlow ? 'お調べしています…' : nothing}</span></label>
      <div class="row">
        <input type="search" id=${SEARCH_ID} autocomplete="off" spellcheck="false" placeholder="例：資格確認書 なくした" maxlength=${MOST_TYPED} @input=${typed} />
        <button type="button" class="choice" @click=${openDates}>期限の計算</button>
        <button type="button" class="choice" @click=${openKeys}>キーの一覧</button>
      </div>
    </div>
    ${filterBar(view, filters, today, change)}
  </search>`;
}
