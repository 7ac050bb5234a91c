import type { RawScores } from './ranker.ts';

/** Weights that turn the raw scores into probabilities: a conditional logit over the topics and "out of scope". */
export interface ConfidenceWeights {
  readonly linear: number;
  /** Of BM25 over words. */
  readonly words: number;
  /** Of the cosine of meanings. */
  readonly meaning: number;
  /** Constant of the out-of-scope alternative. */
  readonly outOfScope: number;
  /** What the best BM25 score of any topic adds to it: a topic must beat the common words. */
  readonly bestWords: number;
}

/** Where probabilities become decisions. */
export interface Thresholds {
  /** Unknown above this probability of being out of scope... */
  readonly outOfScope: number;
  /** ...or below this one of the best topic. */
  readonly leastBest: number;
  /** Answered directly from here. */
  readonly answer: number;
  /** Offered beside the best from this share of its probability. */
  readonly offerShare: number;
}

/** Fitted by `npm run calibrate`; `fittedOn` says on what. */
export interface Calibration {
  readonly fittedOn: { readonly file: string; readonly questions: number; readonly sha256: string };
  readonly weights: ConfidenceWeights;
  readonly thresholds: Thresholds;
}

export interface Probabilities {
  /** Of each topic, in the model's order. */
  readonly topics: Float64Array;
  readonly outOfScope: number;
}

export function logSumExp(values: Float32Array): number {
  const highest = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return highest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - highest), 0));
}

/** Probability of each topic and of none, for one question. */
export function probabilities(raw: RawScores, weights: ConfidenceWeights): Probabilities {
  const best = raw.words.reduce((a, b) => Math.max(a, b), 0);
  const utilities = Float64Array.from(
    raw.linear,
    (logit, i) => weights.linear * logit + weights.words * raw.words[i]! + weights.meaning * raw.meaning[i]!,
  );
  const none = weights.linear * logSumExp(raw.outOfScope) + weights.outOfScope + weights.bestWords * best;
  const highest = utilities.reduce((a, b) => Math.max(a, b), none);
  const exponentials = utilities.map((utility) => Math.exp(utility - highest));
  const outOfScope = Math.exp(none - highest);
  const sum = exponentials.reduce((a, b) => a + b, outOfScope);
  return { topics: exponentials.map((value) => value / sum), outOfScope: outOfScope / sum };
}
