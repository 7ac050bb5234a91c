import { type Data, ITEM, isList, isMapping, type Place } from './data.ts';
import { matchItems } from './match.ts';
import { type Part, partOf } from './nodes.ts';
import { mergedOrder } from './order.ts';

/** What changes: a value as it is in the text, and as it shall be. */
export interface Change {
  readonly before: Data;
  readonly after: Data;
  readonly place: Place;
}

/** A field or an item as it shall be, and which part of the text it is made from; none for a new one. */
export interface Step {
  readonly key: string | undefined;
  readonly part: number | undefined;
  /** `before` is undefined for a new one. */
  readonly before: Data | undefined;
  readonly after: Data;
  readonly place: Place;
}

/** The parts of a collection after the change, in order. */
export function planOf(parts: readonly Part[], { before, after, place }: Change): readonly Step[] {
  if (isList(before) && isList(after)) {
    const matching = matchItems(before, after);
    return after.map((item, i) => {
      const part = matching[i];
      const was = part === undefined ? undefined : before[part];
      return { key: undefined, part, before: was, after: item, place: [...place, ITEM] };
    });
  }
  if (!isMapping(after)) return [];
  const order = mergedOrder(
    parts.map(({ key }) => key!),
    after,
    place,
  );
  return order.flatMap((key): readonly Step[] => {
    const at = parts.findIndex((part) => part.key === key);
    const was = at === -1 ? undefined : partOf(before, parts[at]!, at);
    const inside = [...place, key];
    // Where the text says nothing, the data may still hold what the schema puts there.
    const isSilent = at === -1 && isMapping(before) && isSameEmptyList(before[key], after[key]!);
    return isSilent
      ? []
      : [{ key, part: at === -1 ? undefined : at, before: was, after: after[key]!, place: inside }];
  });
}

const isSameEmptyList = (one: Data | undefined, other: Data) =>
  isList(one) && isList(other) && one.length === 0 && other.length === 0;
