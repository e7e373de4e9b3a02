import { useMemo } from 'react';
import type { AuthorizationDto } from '../../../../preload/contract/authorizations.ts';
import type { ScopeMapDto } from '../../../../preload/contract/insight.ts';
import { SensitivityBars } from '../../../ui/sensitivity.tsx';
import { columnGroups, columnLabel } from './map-columns.ts';
import { MapRow, type RowStates } from './map-row.tsx';
import type { MapSelection } from './map-selection.ts';
import { useGridKeys } from './use-grid-keys.ts';
import classes from './map-table.module.css';

const NO_STATES: RowStates = new Map();

interface MapTableProps {
  readonly map: ScopeMapDto;
  /** The accounts shown, in the order of the rows. */
  readonly authorizations: readonly AuthorizationDto[];
  readonly now: number;
  readonly selection: MapSelection | null;
  /** Has to stay the same function: rows are drawn again only when something of theirs changed. */
  readonly onSelect: (scope: string, id: string) => void;
}

/** Accounts × scopes as a grid of buttons. */
export function MapTable({ map, authorizations, now, selection, onSelect }: MapTableProps) {
  const keys = useGridKeys(authorizations.length, map.columns.length);
  const states = useMemo(
    () => new Map(map.rows.map(({ authorizationId, cells }) => [authorizationId, new Map(cells.map((cell) => [cell.scope, cell.state] as const))])),
    [map],
  );
  return (
    <div className={classes.scroll}>
      <table role="grid" aria-label="Scope map" className={classes.table} onKeyDown={keys.onKeyDown}>
        <thead>
          <tr>
            <td className={classes.corner} rowSpan={2} />
            {columnGroups(map.columns).map(({ product, columns }) => (
              <th key={columns[0]?.scope} scope="colgroup" colSpan={columns.length} className={classes.product}>
                <span>{product}</span>
              </th>
            ))}
          </tr>
          <tr>
            {map.columns.map((column) => (
              <th key={column.scope} scope="col" className={classes.column} data-chosen={selection?.scope === column.scope || undefined} title={`${column.shortName}: ${column.title}`}>
                <span className={`gd-mono ${classes.name ?? ''}`}>{columnLabel(column)}</span>
                <SensitivityBars of={column.sensitivity} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {authorizations.map((one, row) => (
            <MapRow
              key={one.id}
              row={row}
              authorization={one}
              columns={map.columns}
              states={states.get(one.id) ?? NO_STATES}
              now={now}
              chosenColumn={selection?.scope ?? null}
              chosen={selection?.ids.some((id) => id === one.id) === true}
              reachable={keys.at[0] === row ? keys.at[1] : null}
              onSelect={onSelect}
              onFocus={keys.setAt}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
