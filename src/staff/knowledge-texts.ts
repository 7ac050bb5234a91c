import {
  type Conflict,
  diff,
  type Entry,
  editYaml,
  type KnowledgeBase,
  KnowledgeBaseError,
  type LoadedKnowledgeBase,
  lintKnowledgeBase,
  loadKnowledgeBase,
  merge,
  override,
  type Problem,
} from '../knowledge/index.ts';
import type { IsoDate } from '../text/index.ts';
import { type Described, type DescribedConflict, describeChange, describeConflict } from './described.ts';

/** What somebody makes of a knowledge base: one entry, new or another, or the whole. */
export type Rewriting =
  | { readonly kind: 'entry'; readonly id: string; readonly entry: Entry }
  | { readonly kind: 'whole'; readonly kb: KnowledgeBase };

export interface Faults {
  readonly kind: 'faults';
  readonly problems: readonly Problem[];
}

export interface Compared {
  readonly kind: 'compared';
  readonly changes: readonly Described[];
  /** The entries that are new, different or gone. */
  readonly entries: readonly string[];
}

/** A text to be published, or why it cannot be. */
export type Revision =
  | (Omit<Compared, 'kind'> & { readonly kind: 'ready'; readonly yaml: string })
  | {
      readonly kind: 'conflicts';
      readonly conflicts: readonly DescribedConflict[];
      /** `theirs` with all of `mine`, also where the two contradict each other. */
      readonly overridden: KnowledgeBase;
    }
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
 * Everything that reads whole knowledge bases. Texts in and plain data out: each call works for a second or two, and may be done in
 * another thread.
 */
export interface KnowledgeTexts {
  read(yaml: string): Promise<{ readonly kind: 'read'; readonly kb: KnowledgeBase } | Faults>;
  /** The text with the change in it, comments and order kept. */
  rewrite(
    yaml: string,
    rewriting: Rewriting,
  ): Promise<{ readonly kind: 'rewritten'; readonly yaml: string } | Faults>;
  /** Brings the changes from `base` to `mine` into `theirs`, and looks whether the outcome may be published. */
  revise(texts: Revising): Promise<Revision>;
  compare(before: string, after: string): Promise<Compared | Faults>;
}

/** What is wrong with a knowledge base that somebody wants to publish on that day; empty where nothing is. */
export type FindFaults = (loaded: LoadedKnowledgeBase, today: IsoDate) => readonly Problem[];

/** The faults by which `kb check` fails. */
export const lintErrors: FindFaults = (loaded, today) =>
  lintKnowledgeBase(loaded, today).filter(({ severity }) => severity === 'error');

export function createKnowledgeTexts(findFaults: FindFaults = lintErrors): KnowledgeTexts {
  return {
    read: async (yaml) => orFaults(() => ({ kind: 'read', kb: load(yaml).kb })),
    rewrite: async (yaml, rewriting) =>
      orFaults(() => ({ kind: 'rewritten', yaml: editYaml(yaml, rewritten(yaml, rewriting)) })),
    revise: async (texts) => orFaults(() => revised(texts, findFaults)),
    compare: async (before, after) => orFaults(() => compared(load(before).kb, load(after).kb)),
  };
}

function rewritten(yaml: string, rewriting: Rewriting): KnowledgeBase {
  switch (rewriting.kind) {
    case 'whole':
      return rewriting.kb;
    case 'entry': {
      const { kb } = load(yaml);
      return { ...kb, entries: withEntry(kb.entries, rewriting.id, rewriting.entry) };
    }
  }
}

/** In its place; a new one after the last of its category, where people look for it. */
export function withEntry(
  entries: KnowledgeBase['entries'],
  id: string,
  entry: Entry,
): KnowledgeBase['entries'] {
  if (Object.hasOwn(entries, id)) return { ...entries, [id]: entry };
  const all = Object.entries(entries);
  const last = all.findLastIndex(([, { category }]) => category === entry.category);
  return Object.fromEntries(all.toSpliced(last < 0 ? all.length : last + 1, 0, [id, entry]));
}

function revised({ base, mine, theirs, today }: Revising, findFaults: FindFaults): Revision {
  const [own, present] = [load(mine), load(theirs)];
  let [yaml, next] = [mine, own];
  if (base !== theirs) {
    const { kb: from } = load(base);
    const merged = merge(from, own.kb, present.kb);
    if (merged.kind === 'conflicts') {
      const conflicts = merged.conflicts.map((each: Conflict) => describeConflict(each, present.kb));
      return { kind: 'conflicts', conflicts, overridden: override(from, own.kb, present.kb) };
    }
    yaml = editYaml(theirs, merged.kb);
    next = load(yaml);
  }
  const problems = findFaults(next, today).map(plain);
  if (problems.length > 0) return { kind: 'faults', problems };
  return { ...compared(present.kb, next.kb), kind: 'ready', yaml };
}

function compared(before: KnowledgeBase, after: KnowledgeBase): Compared {
  const changes = diff(before, after);
  const named = { ...after, entries: { ...before.entries, ...after.entries } };
  const entries = changes.flatMap(({ path: [top, id] }) =>
    top === 'entries' && id !== undefined ? [id] : [],
  );
  return {
    kind: 'compared',
    changes: changes.map((change) => describeChange(change, named)),
    entries: [...new Set(entries)],
  };
}

const load = (yaml: string): LoadedKnowledgeBase => loadKnowledgeBase(yaml, 'knowledge-base.yaml');

/** Without what a finding has beside it, so that nothing goes out that was not meant to. */
const plain = ({ file, line, part, message }: Problem): Problem => ({ file, line, part, message });

/** What `work` comes to, or the faults of a knowledge base that cannot be read. */
export function orFaults<T>(work: () => T): T | Faults {
  try {
    return work();
  } catch (error) {
    if (error instanceof KnowledgeBaseError) return { kind: 'faults', problems: error.problems };
    throw error;
  }
}
