import { type Data, fingerprint, isMapping, keysOf } from './data.ts';

/** What became of a list: for each item of `after`, which of `before` it was; undefined for a new one. */
export type Matching = readonly (number | undefined)[];

/** Matches equal items, then those that share most fields, then those that stand in the same place. */
export function matchItems(before: readonly Data[], after: readonly Data[]): Matching {
  const found: (number | undefined)[] = after.map(() => undefined);
  const free = new Set(before.keys());
  const take = (i: number, j: number) => {
    found[i] = j;
    free.delete(j);
  };
  const equals = Map.groupBy(before.keys(), (j) => fingerprint(before[j]!));
  after.forEach((item, i) => {
    const j = equals.get(fingerprint(item))?.shift();
    if (j !== undefined) take(i, j);
  });
  const pairs = found
    .flatMap((j, i) => (j === undefined ? [i] : []))
    .flatMap((i) => [...free].map((j) => ({ i, j, likeness: likeness(before[j]!, after[i]!) })))
    .filter((pair) => pair.likeness > 0)
    .toSorted((one, other) => other.likeness - one.likeness || one.i - other.i || one.j - other.j);
  for (const { i, j } of pairs) if (found[i] === undefined && free.has(j)) take(i, j);
  after.forEach((item, i) => {
    if (found[i] !== undefined) return;
    const place = i === 0 ? 0 : (found[i - 1] ?? Number.NaN) + 1;
    if (free.has(place) && typeof before[place] === typeof item) take(i, place);
  });
  return found;
}

/** How many fields two mappings have in common. */
function likeness(one: Data, other: Data): number {
  if (!isMapping(one) || !isMapping(other)) return 0;
  return keysOf(one).filter((key) => other[key] !== undefined && equal(one[key]!, other[key])).length;
}

const equal = (one: Data, other: Data) => one === other || fingerprint(one) === fingerprint(other);
