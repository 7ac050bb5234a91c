import type { IsoDate } from '../text/index.ts';
import type { Answer, Entry, KnowledgeBase } from './schema.ts';

/** An entry as it answers one resident on one day: with their insurer's own answer, one that holds nationwide, or none. */
export type ResolvedEntry = { readonly id: string; readonly entry: Entry } & (
  | { readonly scope: 'insurer' | 'national'; readonly answer: Answer }
  | { readonly scope: 'silent' }
);

/** The knowledge base as the conversation asks it. */
export interface Knowledge {
  readonly kb: KnowledgeBase;
  /**
   * What `id` says to somebody insured with `insurer` (undefined: elsewhere, or not known) on the day `asOf`.
   * Never another insurer's answer. Throws where the entry does not exist.
   */
  entry(id: string, insurer: string | undefined, asOf: IsoDate): ResolvedEntry;
  /** Whether the answer depends on the insurer: some insurer has one of its own on that day. */
  differs(id: string, asOf: IsoDate): boolean;
}

/** Whether an answer is right on that day; `from` and `until` are both inclusive. */
export function holdsOn({ from, until }: Pick<Answer, 'from' | 'until'>, asOf: IsoDate): boolean {
  return (!from || from <= asOf) && (!until || asOf <= until);
}

export function createKnowledge(kb: KnowledgeBase): Knowledge {
  const current = (id: string, asOf: IsoDate) => {
    const entry = Object.hasOwn(kb.entries, id) ? kb.entries[id] : undefined;
    if (!entry) throw new Error(`knowledge base has no entry "${id}"`);
    return { entry, answers: entry.answers.filter((answer) => holdsOn(answer, asOf)) };
  };
  return {
    kb,
    entry: (id, insurer, asOf) => {
      const { entry, answers } = current(id, asOf);
      const own = insurer && answers.find((answer) => answer.insurer === insurer);
      if (own) return { id, entry, scope: 'insurer', answer: own };
      const national = answers.find((answer) => answer.insurer === undefined);
      return national ? { id, entry, scope: 'national', answer: national } : { id, entry, scope: 'silent' };
    },
    differs: (id, asOf) => current(id, asOf).answers.some((answer) => answer.insurer !== undefined),
  };
}
