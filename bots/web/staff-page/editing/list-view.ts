import { html, nothing, type TemplateResult } from 'lit';
import type { EditableEntry, EditingAnswer } from '../../staff/routes/editing.ts';
import { type Filter, filtered, isPastReview } from './entry-list.ts';

export interface ListView {
  readonly lists: EditingAnswer;
  readonly filter: Filter;
  /** The entries of which there is a draft in this browser. */
  readonly drafts: readonly string[];
}

/** All entries, or those that are looked for; each is the way to its form. */
export function listView(view: ListView, narrow: (change: Partial<Filter>) => void): TemplateResult {
  const { lists, filter, drafts } = view;
  const found = filtered(lists.entries, filter, lists.today);
  const unborn = drafts.filter((id) => !lists.entries.some((entry) => entry.id === id));
  return html`<p><a class="new" href="?new">新しい項目を作る</a></p>
    ${
      unborn.length === 0
        ? nothing
        : html`<p class="warning">書きかけの新しい項目：${unborn.map((id) => html`<a href=${`?entry=${id}`}>${id}</a> `)}</p>`
    }
    <div class="filter" role="search" aria-label="項目をさがす">
      <div class="field">
        <label for="filter-text">題名かID</label>
        <input
          id="filter-text"
          type="search"
          autocomplete="off"
          .value=${filter.text}
          @input=${({ currentTarget }: Event) => narrow({ text: (currentTarget as HTMLInputElement).value })}
        />
      </div>
      <div class="field">
        <label for="filter-category">分類</label>
        <select
          id="filter-category"
          @change=${({ currentTarget }: Event) => narrow({ category: (currentTarget as HTMLSelectElement).value })}
        >
          <option value="">すべて</option>
          ${lists.categories.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
        </select>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${filter.isOverdue}
          @change=${({ currentTarget }: Event) => narrow({ isOverdue: (currentTarget as HTMLInputElement).checked })}
        />
        見直しの日を過ぎた
      </label>
    </div>
    <p role="status">${found.length}件</p>
    <ul class="entries">
      ${found.map((entry) => entryView(entry, view))}
    </ul>`;
}

function entryView(entry: EditableEntry, { lists, drafts }: ListView): TemplateResult {
  const { id, title, category, review, owner, isSensitive } = entry;
  const label = lists.categories.find((each) => each.id === category)?.label ?? category;
  const isOver = isPastReview(entry, lists.today);
  return html`<li>
    <a href=${`?entry=${id}`}>${title}</a>
    <span class="note">${id}・${label}${owner === null ? '' : `・${owner}`}</span>
    ${isOver ? html`<strong class="over">見直しの日(${review})を過ぎています</strong>` : nothing}
    ${isSensitive ? html`<span class="note">慎重に扱う項目</span>` : nothing}
    ${drafts.includes(id) ? html`<strong>書きかけがあります</strong>` : nothing}
  </li>`;
}
