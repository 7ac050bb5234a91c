import { describe, expect, it } from 'vitest';
import { scoresOf, softmax, trainLinear } from '../../src/intents/linear.ts';

/** Each class has a feature of its own beside one that all share. */
const CLASSES = 4;
const SHARED = CLASSES;
const vectorOf = (label: number) => ({
  indices: Int32Array.of(label, SHARED),
  values: Float32Array.of(1, 1),
});
const labels = Array.from({ length: 40 }, (_, i) => i % CLASSES);
const set = { vectors: labels.map(vectorOf), labels, features: CLASSES + 1, classes: CLASSES };
const best = (scores: Float32Array) => scores.indexOf(Math.max(...scores));

describe('training', () => {
  const model = trainLinear(set);

  it.each([0, 1, 2, 3])('learns the class %i of a separable set', (label) => {
    expect(best(scoresOf(model, vectorOf(label)))).toBe(label);
  });

  it('makes the same model again, to the last bit', () => expect(trainLinear(set)).toEqual(model));

  it('prefers the commoner class where a text says nothing', () => {
    const silent = { indices: new Int32Array(0), values: new Float32Array(0) };
    const lopsided = [0, 1, 2, 2, 2, 3];
    const trained = trainLinear({ ...set, vectors: lopsided.map(() => silent), labels: lopsided });
    expect(best(scoresOf(trained, silent))).toBe(2);
  });
});

it('the scores are bias and weighted rows', () => {
  const model = { classes: 2, weights: Float32Array.of(1, 2, 10, 20), bias: Float32Array.of(0.5, -0.5) };
  const vector = { indices: Int32Array.of(1, 0), values: Float32Array.of(2, 1) };
  expect([...scoresOf(model, vector)]).toEqual([0.5 + 20 + 1, -0.5 + 40 + 2]);
  expect([...model.bias]).toEqual([0.5, -0.5]);
});

describe('softmax', () => {
  it.each([
    [[0, 0], [0.5, 0.5], 'equal scores'],
    [[1000, 1000], [0.5, 0.5], 'scores whose exponential is infinite'],
    [[-1000, 0], [0, 1], 'and those whose exponential is nothing'],
    [[0, Math.log(3)], [0.25, 0.75], 'the textbook'],
  ])('%j: %j (%s)', (scores, expected) => {
    const out = new Float32Array(scores.length);
    softmax(Float32Array.from(scores), out);
    out.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 6);
    });
  });
});
