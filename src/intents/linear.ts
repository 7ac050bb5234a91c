import type { SparseVector } from './features.ts';

/** Scores of all classes as one matrix, a row a feature, so that a text touches only the rows it has. */
export interface LinearModel {
  readonly classes: number;
  /** `features` x `classes`, row-major. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface TrainingSet {
  readonly vectors: readonly SparseVector[];
  /** Class of each vector. */
  readonly labels: readonly number[];
  readonly features: number;
  readonly classes: number;
}

/** Adagrad, as fitted in the trial; more epochs changed nothing. */
const LEARNING_RATE = 0.5;
const EPOCHS = 12;
const L2 = 1e-5;
const ADAGRAD_START = 1e-2;

/** Probabilities of scores, written into `out`. */
export function softmax(scores: Float32Array, out: Float32Array): void {
  const highest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    out[c] = Math.exp(scores[c]! - highest);
    sum += out[c]!;
  }
  for (let c = 0; c < out.length; c++) out[c]! /= sum;
}

/** A generator of numbers in [0, 1) that is the same on every machine (mulberry32): training must be repeatable. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(length: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** The score of every class for one text. */
export function scoresOf(model: LinearModel, { indices, values }: SparseVector): Float32Array {
  const { classes, weights } = model;
  const scores = Float32Array.from(model.bias);
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i]! * classes;
    const value = values[i]!;
    for (let c = 0; c < classes; c++) scores[c]! += value * weights[row + c]!;
  }
  return scores;
}

/** Trains multinomial logistic regression by stochastic gradient descent with Adagrad; about five seconds for the knowledge base. */
export function trainLinear({ vectors, labels, features, classes }: TrainingSet): LinearModel {
  const model: LinearModel = {
    classes,
    weights: new Float32Array(features * classes),
    bias: new Float32Array(classes),
  };
  const { weights, bias } = model;
  const history = new Float32Array(features * classes).fill(ADAGRAD_START);
  const biasHistory = new Float32Array(classes).fill(ADAGRAD_START);
  const slopes = new Float32Array(classes);
  const random = seededRandom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const example of shuffled(vectors.length, random)) {
      const vector = vectors[example]!;
      softmax(scoresOf(model, vector), slopes);
      slopes[labels[example]!]! -= 1;
      for (let i = 0; i < vector.indices.length; i++) {
        const row = vector.indices[i]! * classes;
        const value = vector.values[i]!;
        for (let c = 0; c < classes; c++) {
          const slope = slopes[c]! * value + L2 * weights[row + c]!;
          history[row + c]! += slope * slope;
          weights[row + c]! -= (LEARNING_RATE * slope) / Math.sqrt(history[row + c]!);
        }
      }
      for (let c = 0; c < classes; c++) {
        biasHistory[c]! += slopes[c]! ** 2;
        bias[c]! -= (LEARNING_RATE * slopes[c]!) / Math.sqrt(biasHistory[c]!);
      }
    }
  }
  return model;
}
