/** A rectangle of the picture, in its pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** LINE's full size for a large rich menu, in pixels. */
export const SIZE = { width: 2500, height: 1686 } as const;

const COLUMNS = 3;
const ROWS = 2;

/** The bounds of the areas in reading order: whole pixels, without gap or overlap. */
export const CELLS: readonly Bounds[] = Array.from({ length: COLUMNS * ROWS }, (_, i) => {
  const column = i % COLUMNS;
  const row = Math.floor(i / COLUMNS);
  const x = Math.round((SIZE.width * column) / COLUMNS);
  const y = Math.round((SIZE.height * row) / ROWS);
  return {
    x,
    y,
    width: Math.round((SIZE.width * (column + 1)) / COLUMNS) - x,
    height: Math.round((SIZE.height * (row + 1)) / ROWS) - y,
  };
});
