import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, cellGrid } from './cell-layout.ts';

describe('cellGrid', () => {
  it('keeps a big API at a glance', () => {
    expect(cellGrid(18, 18)).toEqual({ pitch: 16, columns: 11, width: 176, height: 32, per: 1, cells: 18 });
    expect(cellGrid(400, 400)).toMatchObject({ per: 1, cells: 400, height: 144 });
    expect(cellGrid(6_000, 5_995)).toMatchObject({ per: 10, cells: 600, height: 216 });
  });

  it('gives every cell a place of its own inside the drawing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 300 }), (count, more) => {
        const grid = cellGrid(count + more, count);
        const places = Array.from({ length: grid.cells }, (_, index) => cellAt(grid, index));
        expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(grid.cells);
        expect(grid.cells * grid.per).toBeGreaterThanOrEqual(count);
        for (const { x, y } of places) {
          expect(x + grid.pitch / 2).toBeLessThanOrEqual(grid.width);
          expect(y + grid.pitch / 2).toBeLessThanOrEqual(grid.height);
        }
      }),
    );
  });
});
