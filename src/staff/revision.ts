import {
  type Change,
  type Conflict,
  diff,
  editYaml,
  type KnowledgeBase,
  KnowledgeBaseError,
  type LoadedKnowledgeBase,
  lintKnowledgeBase,
  loadKnowledgeBase,
  type Merged,
  type Problem,
} from '../knowledge/index.ts';
import type { IsoDate } from '../text/index.ts';

/** Both people's changes to a base, or where they contradict each other. */
export type Merge = (base: KnowledgeBase, mine: KnowledgeBase, theirs: KnowledgeBase) => Merged;

/** What is wrong with a knowledge base that somebody wants to publish on that day; empty where nothing is. */
export type FindFaults = (loaded: LoadedKnowledgeBase, today: IsoDate) => readonly Problem[];

/** The faults by which `kb check` fails. */
export const lintErrors: FindFaults = (loaded, today) =>
  lintKnowledgeBase(loaded, today).filter(({ severity }) => severity === 'error');

/** A text to be published, or why it cannot be. */
export type Revision =
  | { readonly kind: 'ready'; readonly yaml: string; readonly changes: readonly Change[] }
  | { readonly kind: 'conflicts'; readonly conflicts: readonly Conflict[] }
  | Faults;

export interface Revising {
  /** The text that it was made from. */
  readonly base: string;
  readonly mine: string;
  /** The text that holds now; the changes go into it, so that its comments stay. */
  readonly theirs: string;
  readonly today: IsoDate;
}

/**
 * Brings the changes from `base` to `mine` into `theirs`, and looks whether the outcome may be published. Texts in and plain data
 * out: it works for a second or so, and may be done in another thread.
 */
export type Revise = (texts: Revising) => Promise<Revision>;

export function createRevise(tools: { readonly merge: Merge; readonly findFaults: FindFaults }): Revise {
  return async (texts) => orFaults(() => revised(texts, tools));
}

function revised(
  { base, mine, theirs, today }: Revising,
  { merge, findFaults }: Parameters<typeof createRevise>[0],
): Revision {
  const [own, present] = [load(mine), load(theirs)];
  let [yaml, next] = [mine, own];
  if (base !== theirs) {
    const merged = merge(load(base).kb, own.kb, present.kb);
    if (merged.kind === 'conflicts') return merged;
    yaml = editYaml(theirs, merged.kb);
    next = load(yaml);
  }
  const problems = findFaults(next, today);
  if (problems.length > 0) return { kind: 'faults', problems };
  return { kind: 'ready', yaml, changes: diff(present.kb, next.kb) };
}

const load = (yaml: string): LoadedKnowledgeBase => loadKnowledgeBase(yaml, 'knowledge-base.yaml');

export interface Faults {
  readonly kind: 'faults';
  readonly problems: readonly Problem[];
}

/** What `work` comes to, or the faults of a knowledge base that cannot be read. */
export function orFaults<T>(work: () => T): T | Faults {
  try {
    return work();
  } catch (error) {
    if (error instanceof KnowledgeBaseError) return { kind: 'faults', problems: error.problems };
    throw error;
  }
}
