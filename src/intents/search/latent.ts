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
  /** How many documents there are. */
  readonly size: number;
}

/** A term of one document connects it with none. */
const MIN_DOCUMENTS = 2;

export function fitLatentSpace(bags: readonly Bag[], rank: number): LatentSpace {
  const frequencies = [...documentFrequencies(bags)].filter(([, df]) => df >= MIN_DOCUMENTS);
  const terms = new Map(frequencies.map(([term], number) => [term, number]));
  const idf = Float32Array.from(frequencies, ([, df]) => Math.log(bags.length / df));
  const { width, values } = rightSingularVectors(sparseRows(bags, terms, idf), rank);
  const space = { terms, idf, rank: width, basis: Float32Array.from(values) };
  const documents = new Float32Array(bags.length * width);
  bags.forEach((bag, i) => {
    documents.set(directionOf(space, bag), i * width);
  });
  return { ...space, documents, size: bags.length };
}

/** Cosine of a text with every document, -1 to 1; 0 where it has no known term. */
export function latentScores(space: LatentSpace, bag: Bag): Float32Array {
  const { rank, documents, size } = space;
  const direction = directionOf(space, bag);
  const scores = new Float32Array(size);
  for (let document = 0; document < scores.length; document++) {
    let cosine = 0;
    for (let j = 0; j < rank; j++) cosine += documents[document * rank + j]! * direction[j]!;
    scores[document] = cosine;
  }
  return scores;
}

type Axes = Omit<LatentSpace, 'documents' | 'size'>;

function directionOf({ terms, idf, rank, basis }: Axes, bag: Bag): Float32Array {
  const direction = new Float32Array(rank);
  for (const [term, count] of bag) {
    const number = terms.get(term);
    if (number === undefined) continue;
    const weight = termWeight(count, idf[number]!);
    for (let j = 0; j < rank; j++) direction[j]! += weight * basis[number * rank + j]!;
  }
  return unit(direction);
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
