import { Matrix, SVD } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/intents/random.ts';
import { rightSingularVectors } from '../../../src/intents/search/svd.ts';
import { distance, singularVectors, skewness, sparse } from '../../fixtures/matrix.ts';

describe('matrices that can be solved by hand', () => {
  it('a diagonal one: its axes, the longest first', () => {
    const vectors = singularVectors(
      [
        [1, 0, 0],
        [0, 3, 0],
        [0, 0, 2],
      ],
      3,
    );
    expect(
      distance(
        vectors.abs(),
        new Matrix([
          [0, 0, 1],
          [1, 0, 0],
          [0, 1, 0],
        ]),
      ),
    ).toBeCloseTo(0, 6);
  });

  it('a faint one is still a direction', () => {
    const vectors = singularVectors(
      [
        [1, 0],
        [0, 0.002],
      ],
      2,
    );
    expect(distance(vectors.abs(), Matrix.eye(2))).toBeCloseTo(0, 6);
  });

  it('only as many as are asked for', () => {
    const vectors = singularVectors(
      [
        [1, 0, 0],
        [0, 3, 0],
        [0, 0, 2],
      ],
      1,
    );
    expect(distance(vectors.abs(), Matrix.columnVector([0, 1, 0]))).toBeCloseTo(0, 6);
  });

  it.each([
    [
      'of which one row is twice the other',
      [
        [1, 2],
        [2, 4],
      ],
      [1, 2],
    ],
    ['of one row', [[3, 4]], [3, 4]],
    ['of one column', [[2], [-5]], [1]],
    ['of one cell', [[7]], [1]],
    ['of one negative cell', [[-7]], [1]],
    [
      'with an empty row and an empty column',
      [
        [0, 0],
        [0, 5],
      ],
      [0, 1],
    ],
  ])('one %s has one direction', (_what, dense, direction) => {
    const vectors = singularVectors(dense, 2);
    expect(vectors.columns).toBe(1);
    const expected = Matrix.columnVector(direction);
    expect(distance(vectors.abs(), expected.div(expected.norm()))).toBeCloseTo(0, 6);
  });
});

describe('matrices without any direction', () => {
  it.each([
    [
      'all zero',
      sparse([
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ],
    ['one cell of zero', sparse([[0]])],
    ['no rows', sparse([], 3)],
    ['no columns', sparse([[], []])],
    ['neither', sparse([])],
  ])('%s', (_what, matrix) => {
    expect(rightSingularVectors(matrix, 2)).toMatchObject({ width: 0, values: new Float64Array(0) });
  });
});

describe('a matrix far wider than what is asked for', () => {
  const [rows, width, rank] = [60, 50, 5];
  const random = seededRandom(7);
  const normal = (length: number) => Array.from({ length }, () => random() + random() + random() - 1.5);
  /** Five strong directions over noise, as five matters over chance words. */
  const strong = Matrix.zeros(rows, width);
  for (let i = 0; i < rank; i++) {
    strong.add(
      Matrix.columnVector(normal(rows))
        .mmul(Matrix.rowVector(normal(width)))
        .mul(10 - i),
    );
  }
  const noisy = Matrix.add(strong, new Matrix(Array.from({ length: rows }, () => normal(width))).mul(0.1));
  const vectors = singularVectors(noisy.to2DArray(), rank);

  it('keeps what the best directions keep', () => {
    const best = new SVD(noisy).diagonal.slice(0, rank).reduce((sum, value) => sum + value ** 2, 0);
    expect(noisy.mmul(vectors).norm() ** 2 / best).toBeCloseTo(1, 4);
  });

  it('in directions that are orthogonal', () => expect(skewness(vectors)).toBeCloseTo(0, 6));

  it('and the same ones again, to the last bit', () => {
    expect(singularVectors(noisy.to2DArray(), rank)).toEqual(vectors);
  });
});
