import type { Bag } from './bag.ts';
import { documentFrequencies } from './bm25.ts';
import { rightSingularVectors, type SparseMatrix } from './svd.ts';

/**
 * Latent semantic analysis (Deerwester et al. 1990): texts as directions in a space of `rank` dimensions in which words
 * that go together lie together, so that a question finds a document that shares no word with it.
 */
export interface LatentSpace {
  readonly terms: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  readonly rank: number;
  /** Direction of each term, terms x rank. */
  readonly basis: Float32Array;
  /** Direction of each document, documents x rank, each of length 1 (0 for an empty one). */
  readonly documents: Float32Array;
  /** How long each of them was before that, so that texts can be added. */
  readonly lengths: Float32Array;
  /** How many documents there are. */
  readonly size: number;
}

/** A term of one document connects it with none. */
const MIN_DOCUMENTS = 2;
/** Weight of a text that is folded in: it is somebody's real question, among pages of official words. */
const FOLDED_IN = 2;

export function fitLatentSpace(bags: readonly Bag[], rank: number): LatentSpace {
  const frequencies = [...documentFrequencies(bags)].filter(([, df]) => df >= MIN_DOCUMENTS);
  const terms = new Map(frequencies.map(([term], number) => [term, number]));
  const idf = Float32Array.from(frequencies, ([, df]) => Math.log(bags.length / df));
  const { width, values } = rightSingularVectors(sparseRows(bags, terms, idf), rank);
  const space = { terms, idf, rank: width, basis: Float32Array.from(values) };
  const documents = new Float32Array(bags.length * width);
  const lengths = new Float32Array(bags.length);
  bags.forEach((bag, i) => {
    const place = placeOf(space, bag);
    lengths[i] = Math.hypot(...place);
    documents.set(unit(place), i * width);
  });
  return { ...space, documents, lengths, size: bags.length };
}

/**
 * The space with more texts in some documents, by their numbers: their places are moved by those of the texts ("folding in");
 * the axes stay, so that terms which they do not know change nothing.
 */
export function foldIn(space: LatentSpace, texts: ReadonlyMap<number, readonly Bag[]>): LatentSpace {
  const { rank } = space;
  const documents = space.documents.slice();
  const lengths = space.lengths.slice();
  for (const [document, bags] of texts) {
    const place = documents.slice(document * rank, (document + 1) * rank).map((x) => x * lengths[document]!);
    for (const bag of bags) {
      const moved = placeOf(space, bag);
      for (let j = 0; j < rank; j++) place[j]! += FOLDED_IN * moved[j]!;
    }
    lengths[document] = Math.hypot(...place);
    documents.set(unit(place), document * rank);
  }
  return { ...space, documents, lengths };
}

/** Cosine of a text with every document, -1 to 1; 0 where it has no known term. */
export function latentScores(space: LatentSpace, bag: Bag): Float32Array {
  const { rank, documents, size } = space;
  const direction = unit(placeOf(space, bag));
  const scores = new Float32Array(size);
  for (let document = 0; document < scores.length; document++) {
    let cosine = 0;
    for (let j = 0; j < rank; j++) cosine += documents[document * rank + j]! * direction[j]!;
    scores[document] = cosine;
  }
  return scores;
}

type Axes = Pick<LatentSpace, 'terms' | 'idf' | 'rank' | 'basis'>;

function placeOf({ terms, idf, rank, basis }: Axes, bag: Bag): Float32Array {
  const place = new Float32Array(rank);
  for (const [term, count] of bag) {
    const number = terms.get(term);
    if (number === undefined) continue;
    const weight = termWeight(count, idf[number]!);
    for (let j = 0; j < rank; j++) place[j]! += weight * basis[number * rank + j]!;
  }
  return place;
}

/** The weights of each bag's terms, as a row of length 1. */
function sparseRows(
  bags: readonly Bag[],
  terms: ReadonlyMap<string, number>,
  idf: Float32Array,
): SparseMatrix {
  const starts = new Int32Array(bags.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  bags.forEach((bag, row) => {
    const known = [...bag].flatMap(([term, count]) => {
      const number = terms.get(term);
      return number === undefined ? [] : [[number, termWeight(count, idf[number]!)] as const];
    });
    const length = Math.hypot(...known.map(([, weight]) => weight)) || 1;
    for (const [number, weight] of known) {
      columns.push(number);
      values.push(weight / length);
    }
    starts[row + 1] = columns.length;
  });
  return {
    rows: bags.length,
    width: terms.size,
    starts,
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
  };
}

const termWeight = (count: number, idf: number) => (1 + Math.log(count)) * idf;

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
