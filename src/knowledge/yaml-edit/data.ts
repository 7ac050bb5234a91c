/** What a data file of ours holds: texts, lists and mappings; a field that is undefined is not there. */
export type Data = string | readonly Data[] | { readonly [key: string]: Data | undefined };
export type Mapping = { readonly [key: string]: Data | undefined };

/** Where a value stands, from the root; an item of a list has no name of its own. */
export type Place = readonly string[];
export const ITEM = '';

export const isList = (data: Data | undefined): data is readonly Data[] => Array.isArray(data);
export const isMapping = (data: Data | undefined): data is Mapping =>
  typeof data === 'object' && !Array.isArray(data);
export const keysOf = (mapping: Mapping): readonly string[] =>
  Object.keys(mapping).filter((key) => mapping[key] !== undefined);

/** Mappings whose keys are ids that people give: their order says something, that of fields does not. */
const COLLECTIONS = new Set(['documents', 'insurers', 'categories', 'entries']);
export const isOrdered = (place: Place): boolean => place.length === 1 && COLLECTIONS.has(place[0]!);

/** Whether both say the same, so that nothing is to be written. */
export function isSame(one: Data | undefined, other: Data | undefined, place: Place): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((item, i) => isSame(item, other[i], [...place, ITEM]));
  }
  if (!isMapping(one) || !isMapping(other)) return one === other;
  const keys = keysOf(one);
  const others = keysOf(other);
  return (
    keys.length === others.length &&
    keys.every((key, i) => !isOrdered(place) || key === others[i]) &&
    keys.every((key) => isSame(one[key], other[key], [...place, key]))
  );
}

/** The same text for what `isSame` as an item of a list, and for nothing else. */
export function fingerprint(data: Data): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
