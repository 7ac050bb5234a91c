import { adjustLinear } from './adjust-linear.ts';
import type { Analyser, Analysis } from './analysis.ts';
import { type SparseVector, vectorise } from './features.ts';
import type { RankerModel } from './ranker.ts';
import { createMemory } from './search/memory.ts';
import { learnDocuments, meaningTerms } from './search/search-index.ts';
import type { Steps } from './steps.ts';
import { unpackVectors } from './vectors.ts';

/** Ids with this prefix name an out-of-scope group rather than an entry. */
export const OUT_OF_SCOPE_PREFIX = 'out-of-scope:';

/** A question that staff have assigned: to an entry, or with `OUT_OF_SCOPE_PREFIX` to an out-of-scope group. */
export interface Lesson {
  readonly question: string;
  readonly entry: string;
}

interface Read {
  readonly analysis: Analysis;
  /** As written, and as somebody types it in kana. */
  readonly vectors: readonly SparseVector[];
  /** Class of the model: the topics, then the out-of-scope groups. */
  readonly label: number;
}

/**
 * The model with all learned questions, always worked out from the one without, so that the same questions make the same model on
 * every replica, in whatever order they came. Seconds for a thousand, in steps; lessons about what the model does not know
 * are left out. Agrees with training everything anew as DESIGN.md says.
 */
export function* learn(
  model: RankerModel,
  lessons: readonly Lesson[],
  { analyse, inKana }: Analyser,
): Steps<RankerModel> {
  const read: Read[] = [];
  for (const { question, entry } of inFixedOrder(lessons)) {
    const label = labelOf(model, entry);
    if (label === undefined) continue;
    const analysis = analyse(question);
    const vectors = [analysis, analyse(inKana(question))].map((form) => vectorise(form, model.vocabulary));
    read.push({ analysis, vectors, label });
    yield;
  }
  if (read.length === 0) return model;
  const texts = read.flatMap(({ vectors, label }) => vectors.map((vector) => ({ vector, label })));
  const linear = yield* adjustLinear(model.linear, texts, unpackVectors(model.sample));
  yield;
  const { topics, search } = model;
  const assigned = read.flatMap(({ analysis, label }) =>
    label < topics.length ? [{ analysis, document: label }] : [],
  );
  const refused = read.flatMap(({ analysis, label }) =>
    label < topics.length ? [] : [{ terms: meaningTerms(analysis), place: label - topics.length }],
  );
  return {
    ...model,
    linear,
    search: yield* learnDocuments(search, assigned),
    refused: createMemory(refused, model.outOfScope.length, search.meaning),
  };
}

/** The order in which questions come from files and databases must not matter. */
function inFixedOrder(lessons: readonly Lesson[]): readonly Lesson[] {
  return lessons.toSorted((a, b) => (a.question < b.question ? -1 : 1));
}

function labelOf({ topics, outOfScope }: RankerModel, entry: string): number | undefined {
  const isRefused = entry.startsWith(OUT_OF_SCOPE_PREFIX);
  const place = isRefused
    ? outOfScope.indexOf(entry.slice(OUT_OF_SCOPE_PREFIX.length))
    : topics.indexOf(entry);
  if (place < 0) return undefined;
  return isRefused ? topics.length + place : place;
}
