import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { seededRandom } from '../random.ts';

/** A matrix whose row `r` has its values at `starts[r]` to `starts[r + 1]`, each in column `columns[i]`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** A dense matrix, row by row. */
interface Dense {
  readonly width: number;
  readonly values: Float64Array;
}

/** Passes over the matrix; a second changes no figure of the benchmark. */
const POWER_STEPS = 1;
/** Directions sought beyond those asked for, so that the last ones are found well (Halko, Martinsson & Tropp 2011). */
const OVERSAMPLING = 10;
/** Directions with a smaller share of the largest eigenvalue are rounding errors. */
const NEGLIGIBLE = 1e-10;

/**
 * The `rank` leading right singular vectors, `width` x `rank` row by row (fewer where the matrix has fewer), by randomised
 * subspace iteration (Halko, Martinsson & Tropp 2011). The same for the same matrix on every machine.
 */
export function rightSingularVectors(matrix: SparseMatrix, rank: number): Dense {
  const sought = rank + OVERSAMPLING;
  const random = seededRandom(1);
  // 一様乱数四つの和は、ほぼ正規分布になる
  const gaussian = () => random() + random() + random() + random() - 2;
  let range = times(matrix, {
    width: sought,
    values: Float64Array.from({ length: matrix.width * sought }, gaussian),
  });
  for (let step = 0; step < POWER_STEPS; step++) {
    range = times(matrix, orthonormal(transposedTimes(matrix, orthonormal(range, sought)), sought));
  }
  return orthonormal(transposedTimes(matrix, orthonormal(range, sought)), rank);
}

function times({ rows, starts, columns, values }: SparseMatrix, right: Dense): Dense {
  const { width } = right;
  const out = new Float64Array(rows * width);
  for (let r = 0; r < rows; r++) {
    for (let at = starts[r]!; at < starts[r + 1]!; at++) {
      const from = columns[at]! * width;
      for (let j = 0; j < width; j++) out[r * width + j]! += values[at]! * right.values[from + j]!;
    }
  }
  return { width, values: out };
}

function transposedTimes(matrix: SparseMatrix, right: Dense): Dense {
  const { rows, starts, columns, values } = matrix;
  const { width } = right;
  const out = new Float64Array(matrix.width * width);
  for (let r = 0; r < rows; r++) {
    for (let at = starts[r]!; at < starts[r + 1]!; at++) {
      const to = columns[at]! * width;
      for (let j = 0; j < width; j++) out[to + j]! += values[at]! * right.values[r * width + j]!;
    }
  }
  return { width, values: out };
}

/** An orthonormal basis of the column space, its directions by falling length, at most `most` of them. */
function orthonormal({ width, values }: Dense, most: number): Dense {
  if (width === 0) return { width, values };
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram({ width, values }), {
    assumeSymmetric: true,
  });
  const order = [...realEigenvalues.keys()].sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const least = NEGLIGIBLE * Math.max(0, realEigenvalues[order[0] ?? 0] ?? 0);
  const kept = order.slice(0, most).filter((i) => realEigenvalues[i]! > least);
  const turn = Float64Array.from({ length: width * kept.length }, (_, at) => {
    const i = kept[at % kept.length]!;
    return eigenvectorMatrix.get(Math.floor(at / kept.length), i) / Math.sqrt(realEigenvalues[i]!);
  });
  return product({ width, values }, { width: kept.length, values: turn });
}

/** The products of all pairs of columns. */
function gram({ width, values }: Dense): Matrix {
  const out = new Float64Array(width * width);
  for (let row = 0; row < values.length; row += width) {
    for (let i = 0; i < width; i++) {
      const value = values[row + i]!;
      if (value !== 0) for (let j = 0; j <= i; j++) out[i * width + j]! += value * values[row + j]!;
    }
  }
  const symmetric = new Matrix(width, width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) symmetric.set(i, j, out[Math.max(i, j) * width + Math.min(i, j)]!);
  }
  return symmetric;
}

function product(left: Dense, right: Dense): Dense {
  const rows = left.width === 0 ? 0 : left.values.length / left.width;
  const out = new Float64Array(rows * right.width);
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < left.width; i++) {
      const value = left.values[r * left.width + i]!;
      for (let j = 0; j < right.width; j++) {
        out[r * right.width + j]! += value * right.values[i * right.width + j]!;
      }
    }
  }
  return { width: right.width, values: out };
}
