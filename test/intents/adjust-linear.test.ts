import { describe, expect, it } from 'vitest';
import { adjustLinear } from '../../src/intents/adjust-linear.ts';
import { scoresOf, softmax, trainLinear } from '../../src/intents/linear.ts';
import { finish } from '../../src/intents/steps.ts';

/** Each class has a feature of its own, and there is one that no class has. */
const CLASSES = 4;
const UNUSED = CLASSES;
const vectorOf = (...features: readonly number[]) => ({
  indices: Int32Array.from(features),
  values: new Float32Array(features.length).fill(1),
});
const labels = Array.from({ length: 40 }, (_, i) => i % CLASSES);
const vectors = labels.map((label) => vectorOf(label));
const trained = trainLinear({ vectors, labels, features: CLASSES + 1, classes: CLASSES });
const chances = (model: typeof trained, vector: ReturnType<typeof vectorOf>) => {
  const out = new Float32Array(CLASSES);
  softmax(scoresOf(model, vector), out);
  return out;
};
const lesson = { vector: vectorOf(UNUSED), label: 3 };
const lessons = Array.from({ length: 5 }, () => lesson);

describe('a trained model that learns more', () => {
  const adjusted = finish(adjustLinear(trained, lessons, vectors));

  it('knows what it was taught', () => {
    const before = chances(trained, lesson.vector)[3]!;
    expect(chances(adjusted, lesson.vector)[3]!).toBeGreaterThan(before + 0.3);
  });

  it('says of everything else what it said before, to the last bit, where no feature is shared', () => {
    for (const vector of vectors) expect(scoresOf(adjusted, vector)).toEqual(scoresOf(trained, vector));
  });

  it('leaves the model that it began with as it was', () => {
    expect(trainLinear({ vectors, labels, features: CLASSES + 1, classes: CLASSES })).toEqual(trained);
  });

  it('becomes the same model again', () => {
    expect(finish(adjustLinear(trained, lessons, vectors))).toEqual(adjusted);
  });
});

it('what is held keeps a lesson that contradicts it from winning over all', () => {
  const against = [{ vector: vectorOf(0, UNUSED), label: 1 }];
  const held = Array.from({ length: 200 }, () => vectorOf(0));
  const free = finish(adjustLinear(trained, against, []));
  const kept = finish(adjustLinear(trained, against, held));
  const away = (model: typeof trained) => chances(trained, vectorOf(0))[0]! - chances(model, vectorOf(0))[0]!;
  expect(away(kept)).toBeLessThan(away(free) / 2);
});

it('no lessons, the very same model', () => {
  expect(finish(adjustLinear(trained, [], vectors))).toBe(trained);
});
