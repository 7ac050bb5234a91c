import { html, type nothing, type TemplateResult } from 'lit';
import type { FiltersAnswer, LookupAnswer } from '../../staff/routes/lookup.ts';
import { answerPanel, type PanelActions } from './answer-panel.ts';
import { entryList } from './entry-list.ts';
import { emptyNotice } from './notices.ts';
import type { Chosen } from './selection.ts';
import type { View } from './view-url.ts';

/** What is below the search. */
export interface Results {
  readonly view: View;
  /** Undefined until something was looked up. */
  readonly shown: LookupAnswer | undefined;
  /** Undefined where nothing was found. */
  readonly chosen: Chosen | undefined;
  readonly isSearched: boolean;
  readonly filters: FiltersAnswer | undefined;
  /** The name of the answer that is on the clipboard. */
  readonly copied: string;
  readonly mayPropose: boolean;
  /** The calculation, where it is open. */
  readonly dates: TemplateResult | typeof nothing;
}

export interface ResultActions {
  choose(entry: string): void;
  printAll(): void;
  clear(): void;
  panel(chosen: Chosen): PanelActions;
}

/** The entries that were found, and the answers of the one that is marked. */
export function results(state: Results, actions: ResultActions): TemplateResult {
  const { view, shown, chosen, isSearched, filters, copied, dates, mayPropose } = state;
  if (shown === undefined) return html`<div class="waiting">${dates}</div>`;
  if (chosen === undefined) return html`${dates}${emptyNotice(view, shown.asOf, () => actions.clear())}`;
  const { found, today } = shown;
  return html`<div class="columns">
    ${entryList(
      { found, place: chosen.entryPlace, today, isSearched },
      (entry) => actions.choose(entry),
      () => actions.printAll(),
    )}
    <div class="side">
      ${dates} ${answerPanel({ chosen, wording: view.wording, days: shown, filters, copied, mayPropose }, actions.panel(chosen))}
    </div>
  </div>`;
}
