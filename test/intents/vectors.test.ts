import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packVectors, unpackVectors } from '../../src/intents/vectors.ts';

it('packed vectors come back as they were, empty ones too', () => {
  const vector = fc
    .array(fc.tuple(fc.nat(1_000), fc.float({ noNaN: true })), { maxLength: 6 })
    .map((cells) => ({
      indices: Int32Array.from(cells, ([index]) => index),
      values: Float32Array.from(cells, ([, value]) => value),
    }));
  fc.assert(
    fc.property(fc.array(vector, { maxLength: 6 }), (vectors) => {
      expect(unpackVectors(packVectors(vectors))).toEqual(vectors);
    }),
  );
});
