import { isOrdered, keysOf, type Mapping, type Place } from './data.ts';
import { inHouseOrder } from './style.ts';

/** The keys of a new mapping: ids as they come, fields as people order them. */
export function keysInOrder(mapping: Mapping, place: Place): readonly string[] {
  return isOrdered(place) ? keysOf(mapping) : inHouseOrder(keysOf(mapping));
}

/** The keys of `after` where `present` stand in the file: fields stay where they are, new ones come between their neighbours. */
export function mergedOrder(present: readonly string[], after: Mapping, place: Place): readonly string[] {
  const wanted = keysInOrder(after, place);
  if (isOrdered(place)) return wanted;
  const order = present.filter((key) => after[key] !== undefined);
  for (const [i, key] of wanted.entries()) {
    if (order.includes(key)) continue;
    const before = wanted
      .slice(0, i)
      .toReversed()
      .find((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  return order;
}
