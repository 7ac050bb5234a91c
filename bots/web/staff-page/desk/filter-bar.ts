import { html, nothing, type TemplateResult } from 'lit';
import { bothCalendars, type IsoDate } from '../../../../src/text/index.ts';
import type { FiltersAnswer } from '../../staff/routes/lookup.ts';
import { chooser } from './chooser.ts';
import { dayOf, FIRST_DAY, LAST_DAY, type View } from './view-url.ts';

/** Whose answers, of what, and of which day. */
export function filterBar(
  view: View,
  filters: FiltersAnswer | undefined,
  today: IsoDate | undefined,
  change: (view: Partial<View>) => void,
): TemplateResult {
  const insurers = filters?.insurers.map(({ id, short }) => ({ id, label: short })) ?? [];
  const categories = filters?.categories ?? [];
  return html`<div class="filters">
    ${chooser(
      { id: 'insurer', label: '加入先', none: 'すべて並べる', options: insurers, value: view.insurer ?? '' },
      (insurer) => change({ insurer: insurer || undefined }),
    )}
    ${chooser(
      { id: 'category', label: '分野', none: 'すべて', options: categories, value: view.category ?? '' },
      (category) => change({ category: category || undefined }),
    )}
    ${dayField(view.asOf, today, (asOf) => change({ asOf }))}
    <label class="check">
      <input type="checkbox" id="past" .checked=${view.past} @change=${(event: Event) => change({ past: (event.target as HTMLInputElement).checked })} />
      終わった答え・これからの答えも見る
    </label>
  </div>`;
}

/** The day of the answers, with its year in the era that papers are dated in. */
function dayField(
  asOf: IsoDate | undefined,
  today: IsoDate | undefined,
  choose: (day: IsoDate | undefined) => void,
): TemplateResult {
  const day = asOf ?? today;
  const changed = (event: Event) => {
    const given = dayOf((event.target as HTMLInputElement).value);
    if (given !== undefined) choose(given === today ? undefined : given);
  };
  return html`<div class="day">
    <label for="as-of">いつの答えか</label>
    <div class="row">
      <input type="date" id="as-of" aria-describedby="era" min=${FIRST_DAY} max=${LAST_DAY} .value=${day ?? ''} @change=${changed} />
      <span class="hint" id="era">${day === undefined ? nothing : bothCalendars(day).replace(/\(.*/, '')}${asOf === undefined ? '(今日)' : nothing}</span>
      ${asOf === undefined ? nothing : html`<button type="button" class="choice" @click=${() => choose(undefined)}>今日に戻す</button>`}
    </div>
  </div>`;
}
