import type { LatentSpace } from './latent.ts';

/** Learned questions, each as a direction of length 1 over its terms, found by the terms that they share with a text. */
export interface Memory {
  /** Term to the numbers of the questions that have it, and its weight in each. */
  readonly postings: ReadonlyMap<string, readonly (readonly [question: number, weight: number])[]>;
  /** What each question was assigned to. */
  readonly places: Int32Array;
  /** How many places there are. */
  readonly size: number;
  readonly rarity: TermRarity;
}

/** In how many documents terms stand; one that is not there stands in none. */
export type TermRarity = Pick<LatentSpace, 'terms' | 'idf' | 'size'>;

/** A learned question by its terms, and the number of what it was assigned to. */
export interface Remembered {
  readonly terms: readonly string[];
  readonly place: number;
}

export function createMemory(questions: readonly Remembered[], size: number, rarity: TermRarity): Memory {
  const { terms, idf, size: documents } = rarity;
  const postings = new Map<string, [number, number][]>();
  questions.forEach((question, number) => {
    for (const [term, weight] of directionOf(question.terms, rarity)) {
      const known = postings.get(term);
      if (known) known.push([number, weight]);
      else postings.set(term, [[number, weight]]);
    }
  });
  const places = Int32Array.from(questions, ({ place }) => place);
  return { postings, places, size, rarity: { terms, idf, size: documents } };
}

/** Cosine of a text with the nearest question of each place, 0 to 1; 0 where no term is shared. */
export function memoryScores(memory: Memory, terms: readonly string[]): Float32Array {
  const scores = new Float32Array(memory.size);
  if (memory.places.length === 0) return scores;
  const cosines = new Float32Array(memory.places.length);
  for (const [term, weight] of directionOf(terms, memory.rarity)) {
    for (const [question, other] of memory.postings.get(term) ?? []) cosines[question]! += weight * other;
  }
  cosines.forEach((cosine, question) => {
    const place = memory.places[question]!;
    if (cosine > scores[place]!) scores[place] = cosine;
  });
  return scores;
}

/** Each term once, the rare ones weighing more; of length 1. */
function directionOf(terms: readonly string[], rarity: TermRarity): readonly (readonly [string, number])[] {
  const weighted = [...new Set(terms)].map((term) => [term, weightOf(term, rarity)] as const);
  const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
  return weighted.map(([term, weight]) => [term, weight / length]);
}

/** ln(1 + documents / documents with the term): never 0, because a term of all documents still tells two texts apart. */
function weightOf(term: string, { terms, idf, size }: TermRarity): number {
  const number = terms.get(term);
  return Math.log1p(number === undefined ? size : Math.exp(idf[number]!));
}
