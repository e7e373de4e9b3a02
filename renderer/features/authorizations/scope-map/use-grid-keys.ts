import { useCallback, useState, type KeyboardEvent } from 'react';

interface GridKeys {
  /** The cell that Tab reaches. */
  readonly at: readonly [row: number, column: number];
  /** Stays the same function. */
  readonly setAt: (row: number, column: number) => void;
  /** For the table. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
}

/** Arrow keys, Home and End in a grid of buttons. https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
export function useGridKeys(rows: number, columns: number): GridKeys {
  const [place, setPlace] = useState<readonly [number, number]>([0, 0]);
  const setAt = useCallback((row: number, column: number) => {
    setPlace([row, column]);
  }, []);
  const at = [Math.min(place[0], Math.max(0, rows - 1)), Math.min(place[1], Math.max(0, columns - 1))] as const;

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const next = moved(event.key, at, event.ctrlKey);
    if (next === null) return;
    event.preventDefault();
    const row = Math.min(Math.max(0, next[0]), rows - 1);
    const column = Math.min(Math.max(0, next[1]), columns - 1);
    setPlace([row, column]);
    event.currentTarget.tBodies[0]?.rows[row]?.querySelectorAll('button')[column]?.focus();
  };

  return { at, setAt, onKeyDown };
}

function moved(key: string, [row, column]: readonly [number, number], whole: boolean): readonly [number, number] | null {
  switch (key) {
    case 'ArrowUp':
      return [row - 1, column];
    case 'ArrowDown':
      return [row + 1, column];
    case 'ArrowLeft':
      return [row, column - 1];
    case 'ArrowRight':
      return [row, column + 1];
    case 'Home':
      return [whole ? 0 : row, 0];
    case 'End':
      return [whole ? Infinity : row, Infinity];
    default:
      return null;
  }
}
