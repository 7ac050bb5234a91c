import type { IsoDate } from '../../../../src/text/index.ts';
import type { FiltersAnswer } from '../../staff/routes/lookup.ts';
import type { Wish } from './selection.ts';

/** In which words answers are shown, and copied. */
export const WORDINGS = ['usual', 'easy', 'english'] as const;
export type Wording = (typeof WORDINGS)[number];

/** What the desk page shows, typed words aside. */
export interface View {
  readonly insurer: string | undefined;
  readonly category: string | undefined;
  /** Undefined: today, whichever day that is. */
  readonly asOf: IsoDate | undefined;
  /** Also answers that are over or not yet right. */
  readonly past: boolean;
  readonly wording: Wording;
  /** The answer that is marked. */
  readonly wish: Wish;
}

/** The days for which there can be an answer; while a year is being typed, its first digits are the year 2. */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '2099-12-31';
const DAY = /^20\d{2}-\d{2}-\d{2}$/;
const NAME = /^[a-z][a-z0-9-]*$/;

/** The view that an address names; what cannot be read is left out. */
export function viewOf(search: string): View {
  const query = new URLSearchParams(search);
  const named = (key: string, pattern: RegExp) => {
    const value = query.get(key) ?? '';
    return pattern.test(value) ? value : undefined;
  };
  return {
    insurer: named('insurer', NAME),
    category: named('category', NAME),
    asOf: dayOf(query.get('asOf') ?? ''),
    past: query.get('past') === '1',
    wording: WORDINGS.find((wording) => wording === query.get('words')) ?? 'usual',
    wish: { entry: named('entry', NAME), answer: named('answer', /^[a-z][a-z0-9-]*(?:\.\d+)?$/) },
  };
}

/**
 * The query of the address that leads to a view, or '' for that of every day. What was typed never stands in it: it may be what a
 * resident has told, and addresses are kept in histories, in bookmarks and in the logs of proxies; the marked answer leads to
 * the same place.
 */
export function searchOf({ insurer, category, asOf, past, wording, wish }: View): string {
  const query = new URLSearchParams({
    ...(insurer && { insurer }),
    ...(category && { category }),
    ...(asOf && { asOf }),
    ...(past && { past: '1' }),
    ...(wording !== 'usual' && { words: wording }),
    ...(wish.entry && { entry: wish.entry }),
    ...(wish.entry && wish.answer && { answer: wish.answer }),
  });
  return query.size === 0 ? '' : `?${query}`;
}

/** A day from 2000 to 2099, or undefined; without Temporal, which not every browser has. */
export function dayOf(text: string): IsoDate | undefined {
  if (!DAY.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isDay ? (text as IsoDate) : undefined;
}

/** Which filters of a view are no longer there, as those of an old link: what to change in it; undefined where all are. */
export function withoutUnknown(
  { insurer, category }: View,
  { insurers, categories }: FiltersAnswer,
): Pick<View, 'insurer' | 'category'> | undefined {
  const known = {
    insurer: insurers.find(({ id }) => id === insurer)?.id,
    category: categories.find(({ id }) => id === category)?.id,
  };
  return known.insurer === insurer && known.category === category ? undefined : known;
}
