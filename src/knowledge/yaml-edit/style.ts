import { type Data, ITEM, isList, isMapping, keysOf, type Place } from './data.ts';

/** Longest line of what is folded or set in one line, in UTF-16 units. */
export const WIDTH = 110;

/** The order in which people write the fields of anything in our files. */
const HOUSE_ORDER = [
  ...['id', 'question', 'entry', 'by', 'on', 'source', 'days', 'insurer', 'from', 'until'],
  ...['category', 'title', 'publisher', 'name', 'short', 'label', 'text', 'easy', 'reply', 'english', 'date'],
  ...['url', 'document', 'section', 'sections', 'mentions', 'about', 'english-about', 'tel'],
  ...['hours', 'english-hours', 'opening', 'citation', 'desk', 'desks', 'review', 'owner', 'rule'],
  ...['sensitive', 'related', 'answers', 'citations', 'phrasings', 'lines'],
];
const RANK = new Map(HOUSE_ORDER.map((key, i) => [key, i]));

/** `keys` as people order fields; unknown ones last, as they come. */
export function inHouseOrder(keys: readonly string[]): readonly string[] {
  const rank = (key: string) => RANK.get(key) ?? HOUSE_ORDER.length;
  return keys.toSorted((one, other) => rank(one) - rank(other));
}

const FLOW_LISTS = new Set(['related', 'sections', 'mentions', 'days']);
const FLOW_MAPPINGS = new Set(['citation', 'english']);
const LISTS_OF_FLOW = new Set(['citations', 'opening', 'desks']);

/** Whether people write a new value of this place in brackets. */
export function isFlow(data: Data, place: Place): boolean {
  const name = place.at(-1)!;
  if (isList(data)) return data.length === 0 || FLOW_LISTS.has(name);
  if (!isMapping(data)) return false;
  if (keysOf(data).length === 0 || FLOW_MAPPINGS.has(name)) return true;
  return (
    (name === ITEM && LISTS_OF_FLOW.has(place.at(-2)!)) || (place[0] === 'categories' && place.length === 2)
  );
}

/** Texts of several sentences stand in lines of their own. */
export function scalarStyle(place: Place): 'plain' | 'literal' | 'folded' {
  const [owner, parent, name] = [place.at(-3), place.at(-2), place.at(-1)];
  const isOfAnswer = parent === ITEM && owner === 'answers';
  if (isOfAnswer && (name === 'text' || name === 'easy')) return 'literal';
  return parent === ITEM && name === 'english' && (isOfAnswer || owner === 'out-of-scope')
    ? 'folded'
    : 'plain';
}
