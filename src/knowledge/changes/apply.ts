import type { KnowledgeBase } from '../schema.ts';
import type { Change, Place } from './diff.ts';
import { assemble, KNOWLEDGE_BASE, partsOf, type Shape, shapeOf, type Value } from './shape.ts';

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/**
 * The knowledge base with the changes made: `applyChanges(a, diff(a, b))` is `b`. Throws where a change names a part that is not
 * there; the result may still break the schema or the lint, which is for the caller to look at.
 */
export function applyChanges(kb: KnowledgeBase, changes: readonly Change[]): KnowledgeBase {
  return changes.length === 0 ? kb : (applied(KNOWLEDGE_BASE, kb as Value, changes, 0) as KnowledgeBase);
}

function applied(shape: Shape, value: Value, changes: readonly Change[], depth: number): Value {
  if (shape.kind === 'whole') return changes.findLast(is('changed'))?.after ?? value;
  const parts = new Map(partsOf(shape, value));
  const below = changes.filter(({ path }) => path.length > depth);
  const here = (change: Change) => change.path.length === depth + 1;
  const additions = below.filter(is('added')).filter(here);
  const removals = below.filter(is('removed')).filter(here);
  const whole = new Set<Change>([...additions, ...removals]);
  const inside = Map.groupBy(
    below.filter((change) => !whole.has(change)),
    ({ path }) => path[depth]!,
  );
  for (const [name, some] of inside) {
    const part = parts.get(name);
    if (part === undefined)
      throw new Error(`there is no ${some[0]!.path.slice(0, depth + 1).join(' > ')} to change`);
    parts.set(name, applied(shapeOf(shape, name), part, some, depth + 1));
  }
  const orders = changes.filter(is('reordered')).filter(({ path }) => path.length === depth);
  let names = [...parts.keys()];
  for (const { after } of orders) names = rearranged(names, after);
  for (const change of additions) parts.set(change.path.at(-1)!, change.after);
  // Before anything goes, so that what was added beside it still finds its place.
  names = inserted(names, additions);
  const gone = new Set(removals.map(({ path }) => path.at(-1)!));
  return assemble(
    shape,
    new Map(names.filter((name) => !gone.has(name)).map((name) => [name, parts.get(name)!])),
  );
}

function is<Kind extends Change['kind']>(kind: Kind): (change: Change) => change is Of<Kind> {
  return (change): change is Of<Kind> => change.kind === kind;
}

/** The names that `order` speaks of in that order; the others stay where they are. */
function rearranged(names: readonly string[], order: readonly string[]): string[] {
  const present = new Set(names);
  const spoken = new Set(order);
  const next = order.filter((name) => present.has(name)).values();
  return names.map((name) => (spoken.has(name) ? next.next().value! : name));
}

function inserted(names: readonly string[], additions: readonly Of<'added'>[]): string[] {
  const neighbours = Map.groupBy(additions, ({ place }) => place?.after ?? null);
  const known = new Set(names);
  const after = (name: string | null) =>
    (neighbours.get(name) ?? []).toSorted(byPlace).map(({ path }) => path.at(-1)!);
  const lost = [...neighbours.keys()].filter((name) => name !== null && !known.has(name));
  return [...after(null), ...names.flatMap((name) => [name, ...after(name)]), ...lost.flatMap(after)];
}

/** Two editors may have added at the same place; the name decides, so that it does not matter who came first. */
function byPlace(a: Of<'added'>, b: Of<'added'>): number {
  const index = (place: Place | null) => place?.index ?? 0;
  return index(a.place) - index(b.place) || (a.path.at(-1)! < b.path.at(-1)! ? -1 : 1);
}
