import type { KnowledgeBase } from '../schema.ts';
import { applyChanges } from './apply.ts';
import { type Change, diff, type PartPath } from './diff.ts';
import { canonical, KNOWLEDGE_BASE, partsOf, type Shape, shapeOf, type Value } from './shape.ts';

/** A part that two people have changed, each in another way; null where it is not there. */
export interface Conflict {
  readonly path: PartPath;
  readonly base: Value | null;
  readonly mine: Value | null;
  readonly theirs: Value | null;
}

export type Merged =
  | { readonly kind: 'merged'; readonly kb: KnowledgeBase; readonly changes: readonly Change[] }
  | { readonly kind: 'conflicts'; readonly conflicts: readonly Conflict[] };

/**
 * Both people's changes to `base`, or every part where they contradict each other. Different fields never do, nor does the same
 * change made twice. `changes` is what becomes of `base`. What fits together field by field may still break the schema or the
 * lint (one cites a document that the other has removed), which is for the caller to look at.
 */
export function merge(base: KnowledgeBase, mine: KnowledgeBase, theirs: KnowledgeBase): Merged {
  const [ours, others] = [diff(base, mine), diff(base, theirs)];
  const conflicts = ours.flatMap((one) =>
    others
      .filter((other) => contradict(one, other))
      .map((other) => conflictOf({ base, mine, theirs }, one, other)),
  );
  if (conflicts.length > 0) {
    const unique = uniqueBy(conflicts, ({ path }) => canonical(path));
    return {
      kind: 'conflicts',
      conflicts: unique.toSorted((a, b) => compare(canonical(a.path), canonical(b.path))),
    };
  }
  // In an order of their own, so that the result does not tell who came first.
  const all = [...ours, ...others].sort((a, b) => compare(canonical(a), canonical(b)));
  const kb = applyChanges(base, uniqueBy(all, essence));
  return { kind: 'merged', kb, changes: diff(base, kb) };
}

/**
 * `theirs` with all of the changes from `base` to `mine`, also where the two contradict each other; what was changed in a part that
 * they have removed is left out. For somebody who goes on from there, never to be published as it is.
 */
export function override(base: KnowledgeBase, mine: KnowledgeBase, theirs: KnowledgeBase): KnowledgeBase {
  const fitting = diff(base, mine).filter(({ kind, path }) =>
    partAt(theirs, kind === 'added' ? path.slice(0, -1) : path),
  );
  return applyChanges(theirs, fitting);
}

function contradict(one: Change, other: Change): boolean {
  const [above, below] = one.path.length <= other.path.length ? [one, other] : [other, one];
  if (!above.path.every((step, i) => step === below.path[i])) return false;
  if (above.path.length < below.path.length) return above.kind === 'removed';
  if (one.kind === 'reordered' && other.kind === 'reordered') return !agree(one.after, other.after);
  return essence(one) !== essence(other);
}

/** Where both spoke of an order, the names in their orders; else what stands in the part now. */
function conflictOf(
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', KnowledgeBase>>,
  one: Change,
  other: Change,
): Conflict {
  const { path } = one.path.length <= other.path.length ? one : other;
  if (one.kind === 'reordered' && other.kind === 'reordered') {
    return { path, base: namesAt(base, path), mine: one.after, theirs: other.after };
  }
  return { path, base: valueAt(base, path), mine: valueAt(mine, path), theirs: valueAt(theirs, path) };
}

/** Whether two orders say the same of the parts that both speak of. */
function agree(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return canonical(one.filter((name) => b.has(name))) === canonical(other.filter((name) => a.has(name)));
}

/** What a change comes to: the same thing added at two places is added once. */
function essence(change: Change): string {
  return canonical(change.kind === 'added' ? { ...change, place: null } : change);
}

const valueAt = (kb: KnowledgeBase, path: PartPath): Value | null => partAt(kb, path)?.value ?? null;

function namesAt(kb: KnowledgeBase, path: PartPath): readonly string[] {
  const part = partAt(kb, path);
  return part === undefined ? [] : [...partsOf(part.shape, part.value).keys()];
}

function partAt(
  kb: KnowledgeBase,
  path: PartPath,
): { readonly shape: Shape; readonly value: Value } | undefined {
  let [shape, value]: [Shape, Value] = [KNOWLEDGE_BASE, kb as Value];
  for (const name of path) {
    const part = partsOf(shape, value).get(name);
    if (part === undefined) return undefined;
    [shape, value] = [shapeOf(shape, name), part];
  }
  return { shape, value };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].reverse();
}
