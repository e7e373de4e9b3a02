/** Where the cells of one group stand: a fixed width, filled row by row. */
export interface CellGrid {
  readonly pitch: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  /** Methods that one cell stands for. */
  readonly per: number;
  readonly cells: number;
}

const WIDTH = 184;
/** So many cells of one group are a look; more of them are a wall. */
const MOST_CELLS = 600;

/**
 * Cells get smaller as an API gets larger, so that hundreds of methods stay one look; with thousands a cell stands for several.
 * @param most methods of the API's largest group: all its groups share one size
 * @param count methods of this group
 * @returns lengths in pixels
 */
export function cellGrid(most: number, count: number): CellGrid {
  const pitch = most <= 44 ? 16 : most <= 150 ? 12 : 8;
  const columns = Math.floor(WIDTH / pitch);
  const per = Math.max(1, Math.ceil(most / MOST_CELLS));
  const cells = Math.ceil(count / per);
  return { pitch, columns, width: columns * pitch, height: Math.max(1, Math.ceil(cells / columns)) * pitch, per, cells };
}

/** Middle of the cell that comes at `index`. */
export function cellAt({ pitch, columns }: CellGrid, index: number): { readonly x: number; readonly y: number } {
  return { x: ((index % columns) + 0.5) * pitch, y: (Math.floor(index / columns) + 0.5) * pitch };
}
