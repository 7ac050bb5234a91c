import type { SparseVector } from './features.ts';

/** Many sparse vectors in two arrays: vector `i` stands at `starts[i]` to `starts[i + 1]`. */
export interface VectorSet {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export function packVectors(vectors: readonly SparseVector[]): VectorSet {
  const starts = new Int32Array(vectors.length + 1);
  vectors.forEach(({ indices }, i) => {
    starts[i + 1] = starts[i]! + indices.length;
  });
  const indices = new Int32Array(starts.at(-1)!);
  const values = new Float32Array(starts.at(-1)!);
  vectors.forEach((vector, i) => {
    indices.set(vector.indices, starts[i]);
    values.set(vector.values, starts[i]);
  });
  return { starts, indices, values };
}

/** The vectors again, without copying them. */
export function unpackVectors({ starts, indices, values }: VectorSet): readonly SparseVector[] {
  return Array.from({ length: starts.length - 1 }, (_, i) => ({
    indices: indices.subarray(starts[i], starts[i + 1]),
    values: values.subarray(starts[i], starts[i + 1]),
  }));
}
