import type { SparseVector } from './features.ts';
import { type LinearModel, movingClasses, scoresOf, softmax } from './linear.ts';
import { seededRandom, shuffled } from './random.ts';
import type { Steps } from './steps.ts';

/** A text with its class. */
export interface Labelled {
  readonly vector: SparseVector;
  readonly label: number;
}

/** Passes over the lessons and the sample, and the size of a step; as fitted by `npm run bench:learning`. */
const PASSES = 2;
const RATE = 0.5;

/**
 * A trained model that has also learned `lessons`, by stochastic gradient descent from where it stands. Each text of `held` is
 * held to what the model says of it now, so that what the lessons do not speak of stays as it is; without lessons nothing
 * changes at all (learning without forgetting, Li & Hoiem 2016).
 */
export function* adjustLinear(
  model: LinearModel,
  lessons: readonly Labelled[],
  held: readonly SparseVector[],
): Steps<LinearModel> {
  if (lessons.length === 0) return model;
  const { classes } = model;
  const adjusted = { classes, weights: model.weights.slice(), bias: model.bias };
  const slopes = new Float32Array(classes);
  const wanted = new Float32Array(classes);
  const moving = new Int32Array(classes);
  const random = seededRandom(1);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const place of shuffled(lessons.length + held.length, random)) {
      const lesson = lessons[place];
      const vector = lesson?.vector ?? held[place - lessons.length]!;
      if (lesson) wanted.fill(0)[lesson.label] = 1;
      else softmax(scoresOf(model, vector), wanted);
      softmax(scoresOf(adjusted, vector), slopes);
      for (let c = 0; c < classes; c++) slopes[c]! -= wanted[c]!;
      step(adjusted, vector, slopes, moving.subarray(0, movingClasses(slopes, moving)));
      yield;
    }
  }
  return adjusted;
}

function step(
  { classes, weights }: LinearModel,
  { indices, values }: SparseVector,
  slopes: Float32Array,
  moving: Int32Array,
): void {
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i]! * classes;
    for (const c of moving) weights[row + c]! -= RATE * slopes[c]! * values[i]!;
  }
}
