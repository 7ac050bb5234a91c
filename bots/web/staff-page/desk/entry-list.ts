import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Found } from '../../../../src/staff/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';

/** What the list needs to know beside what was found. */
export interface ListView {
  readonly found: readonly Found[];
  /** Which of them is marked. */
  readonly place: number;
  readonly today: IsoDate;
  /** Something was typed, so the first is the likeliest. */
  readonly isSearched: boolean;
}

/** The entries that were found, one below the other; one stop of the Tab key. */
export function entryList(
  { found, place, today, isSearched }: ListView,
  choose: (entry: string) => void,
  print: () => void,
): TemplateResult {
  return html`<section class="list" aria-labelledby="found">
    <div class="head">
      <h2 id="found">${isSearched ? '近い順' : 'すべての質問'} <span class="count">${found.length}件</span></h2>
      <button type="button" class="quiet" @click=${print}>一覧を印刷</button>
    </div>
    <ul role="listbox" aria-labelledby="found">
      ${repeat(
        found,
        ({ entry }) => entry,
        (entry, index) => html`<li
          role="option" class="found-item" id=${`entry-${entry.entry}`}
          aria-selected=${index === place} tabindex=${index === place ? 0 : -1}
          @click=${() => choose(entry.entry)}
        >${entry.title}${tags(entry, today)}</li>`,
      )}
    </ul>
  </section>`;
}

function tags({ isSensitive, review }: Found, today: IsoDate): TemplateResult | typeof nothing {
  const isOver = review < today;
  if (!isSensitive && !isOver) return nothing;
  return html` <span class="tags">
    ${isSensitive ? html`<span class="tag">支援措置</span>` : nothing}
    ${isOver ? html`<span class="tag">見直しの時期</span>` : nothing}
  </span>`;
}

/** Scrolls the list, and not the page, so far that the entry can be seen; the list may reach below the window. */
export function keepInView(entry: HTMLElement | null): void {
  const list = entry?.parentElement;
  if (!entry || !list) return;
  const [outer, inner] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
  const isBelow = outer.top + inner.height > innerHeight;
  const bottom = isBelow ? outer.bottom : Math.min(outer.bottom, innerHeight);
  if (inner.bottom > bottom) list.scrollTop += inner.bottom - bottom;
}
