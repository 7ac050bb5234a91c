import type { Probabilities } from '../calibration.ts';
import type { RawScores } from '../ranker.ts';

/** What the scorers make of a text. */
export interface Reading {
  readonly raw: RawScores;
  readonly chances: Probabilities;
}

/** The likeliest topic of a reading, as its place in the model's list, and its probability. */
export function likeliest({ topics }: Probabilities): { readonly topic: number; readonly chance: number } {
  let topic = 0;
  for (let i = 1; i < topics.length; i++) if (topics[i]! > topics[topic]!) topic = i;
  return { topic, chance: topics[topic] ?? 0 };
}

/** Probabilities of log-utilities: one of each topic, and one of none. */
export function fromUtilities(topics: Float64Array, outOfScope: number): Probabilities {
  const highest = topics.reduce((a, b) => Math.max(a, b), outOfScope);
  const exponentials = topics.map((utility) => Math.exp(utility - highest));
  const none = Math.exp(outOfScope - highest);
  const sum = exponentials.reduce((a, b) => a + b, none);
  return { topics: exponentials.map((value) => value / sum), outOfScope: none / sum };
}
