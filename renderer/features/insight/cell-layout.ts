/** Where the cells of one group stand: a fixed width, filled row by row. */
export interface CellGrid {
  readonly pitch: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 184;

/**
 * Cells get smaller as an API gets larger, so that hundreds of methods stay one look.
 * @param most the largest number of cells in any group of the API: all its groups share one size
 * @param count cells of this group
 * @returns lengths in pixels
 */
export function cellGrid(most: number, count: number): CellGrid {
  const pitch = most <= 44 ? 16 : most <= 150 ? 12 : 8;
  const columns = Math.floor(WIDTH / pitch);
  return { pitch, columns, width: columns * pitch, height: Math.max(1, Math.ceil(count / columns)) * pitch };
}

/** Middle of the cell that comes at `index`. */
export function cellAt({ pitch, columns }: CellGrid, index: number): { readonly x: number; readonly y: number } {
  return { x: ((index % columns) + 0.5) * pitch, y: (Math.floor(index / columns) + 0.5) * pitch };
}
