/** Terms with their weighted counts. */
export type Bag = ReadonlyMap<string, number>;

/** Terms to be counted with a weight each. */
export type WeightedTerms = readonly [terms: readonly string[], weight: number];

/** The terms of several lists, added up by weight. */
export function bagOf(...lists: readonly WeightedTerms[]): Bag {
  const bag = new Map<string, number>();
  for (const [terms, weight] of lists) {
    for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + weight);
  }
  return bag;
}

/** Each term once, with its weight: what a query asks for does not grow by repetition. */
export function queryOf(...lists: readonly WeightedTerms[]): Bag {
  return new Map(lists.flatMap(([terms, weight]) => terms.map((term) => [term, weight] as const)));
}
