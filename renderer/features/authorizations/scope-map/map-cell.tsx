import { Check, X } from 'lucide-react';
import type { ScopeCellDto } from '../../../../preload/contract/insight.ts';
import type { ScopeDto } from '../../../../preload/contract/scopes.ts';
import classes from './map-cell.module.css';

export type CellState = ScopeCellDto['state'] | 'never';

export const STATE_WORD: Readonly<Record<CellState, string>> = {
  granted: 'granted',
  covered: 'covered by a wider scope',
  refused: 'refused',
  never: 'never asked',
};

/** The picture in a cell; the legend shows the same. */
export function CellMark({ state, sensitivity = 'sensitive' }: { readonly state: CellState; readonly sensitivity?: ScopeDto['sensitivity'] }) {
  return (
    <span aria-hidden="true" className={classes.mark} data-state={state} data-sensitivity={sensitivity}>
      {state === 'granted' && <Check size={17} strokeWidth={2.5} />}
      {state === 'refused' && <X size={16} strokeWidth={2.25} />}
    </span>
  );
}

interface MapCellProps {
  readonly column: ScopeDto;
  readonly email: string;
  readonly state: CellState;
  readonly chosen: boolean;
  /** The one cell of the grid that Tab reaches. */
  readonly reachable: boolean;
  readonly onChoose: () => void;
  readonly onFocus: () => void;
}

export function MapCell({ column, email, state, chosen, reachable, onChoose, onFocus }: MapCellProps) {
  return (
    <button
      type="button"
      className={classes.cell}
      data-chosen={chosen || undefined}
      tabIndex={reachable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={`${email}, ${column.shortName}: ${STATE_WORD[state]}`}
      title={`${column.shortName}: ${STATE_WORD[state]}`}
      onClick={onChoose}
      onFocus={onFocus}
    >
      <CellMark state={state} sensitivity={column.sensitivity} />
    </button>
  );
}
