import type { KnowledgeBase } from '../schema.ts';
import { canonical, KNOWLEDGE_BASE, partsOf, type Shape, shapeOf, type Value } from './shape.ts';

/** Names from the top to a part: entries, certificate-lost, answers, 「takasaki 2026-08-01から」, text. */
export type PartPath = readonly string[];

/** Where a part was added: as the `index`th of those after its neighbour (null: at the beginning). */
export interface Place {
  readonly after: string | null;
  readonly index: number;
}

/** One thing that is different in another knowledge base; plain data, to be kept as JSON. */
export type Change =
  | {
      readonly kind: 'added';
      readonly path: PartPath;
      readonly after: Value;
      /** null for a field, which has no place among the others. */
      readonly place: Place | null;
    }
  | { readonly kind: 'removed'; readonly path: PartPath; readonly before: Value }
  | { readonly kind: 'changed'; readonly path: PartPath; readonly before: Value; readonly after: Value }
  | {
      readonly kind: 'reordered';
      readonly path: PartPath;
      /** Names of the parts that both have, in their orders. */
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

/** What was done to `before` to come to `after`, in the order of the file; empty where they are the same. */
export function diff(before: KnowledgeBase, after: KnowledgeBase): readonly Change[] {
  return differences(KNOWLEDGE_BASE, [], before as Value, after as Value);
}

function differences(shape: Shape, path: PartPath, before: Value, after: Value): readonly Change[] {
  if (shape.kind === 'whole') {
    return canonical(before) === canonical(after) ? [] : [{ kind: 'changed', path, before, after }];
  }
  const [old, now] = [partsOf(shape, before), partsOf(shape, after)];
  const removed = [...old].flatMap(([name, part]): readonly Change[] =>
    now.has(name) ? [] : [{ kind: 'removed', path: [...path, name], before: part }],
  );
  const isOrdered = shape.kind !== 'fields';
  const place = placing();
  const kept = [...now].flatMap(([name, part]): readonly Change[] => {
    const earlier = old.get(name);
    const stands = place(name, earlier !== undefined);
    return earlier === undefined
      ? [{ kind: 'added', path: [...path, name], after: part, place: isOrdered ? stands : null }]
      : differences(shapeOf(shape, name), [...path, name], earlier, part);
  });
  const order = [
    [...old.keys()].filter((name) => now.has(name)),
    [...now.keys()].filter((name) => old.has(name)),
  ];
  const moved: readonly Change[] =
    isOrdered && canonical(order[0]) !== canonical(order[1])
      ? [{ kind: 'reordered', path, before: order[0]!, after: order[1]! }]
      : [];
  return [...removed, ...moved, ...kept];
}

/** Tells part after part where it stands, counted from the last one that was there before. */
function placing(): (name: string, wasThere: boolean) => Place {
  let place: Place = { after: null, index: 0 };
  return (name, wasThere) => {
    const stands = place;
    place = wasThere ? { after: name, index: 0 } : { after: place.after, index: place.index + 1 };
    return stands;
  };
}
