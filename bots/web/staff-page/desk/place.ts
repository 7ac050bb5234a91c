import type { Place } from './keys.ts';

/** The names by which the desk knows its own parts. */
export const SEARCH_ID = 'search';
export const FOUND = '.found-item';
/** As much as the server takes. */
export const MOST_TYPED = 200;

const FIELDS =
  'select, textarea, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="button"])';
const CONTROLS = 'a, button, summary, input';

/** Where a key goes, by the innermost element under the event and whether that stands in the desk. */
export function placeOf(target: EventTarget | undefined, isInDesk: boolean): Place {
  if (!(target instanceof Element)) return 'outside';
  if (isInDesk && target.id === SEARCH_ID) return 'search';
  if (isInDesk && target.matches(FOUND)) return 'found';
  if (target.matches(FIELDS)) return 'field';
  return isInDesk && target.matches(CONTROLS) ? 'control' : 'outside';
}
