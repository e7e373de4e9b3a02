import type { AuthorizationDto } from '../../../../preload/contract/authorizations.ts';
import type { ScopeMapDto } from '../../../../preload/contract/insight.ts';
import { hashOf } from '../../../app/route.ts';
import { Ring } from '../../../ui/ring.tsx';
import { SensitivityBars } from '../../../ui/sensitivity.tsx';
import { ringLook } from '../standing.ts';
import { MapCell, type CellState } from './map-cell.tsx';
import { columnGroups, columnLabel } from './map-columns.ts';
import type { MapSelection } from './map-selection.ts';
import { useGridKeys } from './use-grid-keys.ts';
import classes from './map-table.module.css';

interface MapTableProps {
  readonly map: ScopeMapDto;
  /** The accounts shown, in the order of the rows. */
  readonly authorizations: readonly AuthorizationDto[];
  readonly now: number;
  readonly selection: MapSelection | null;
  readonly onSelect: (scope: string, id: string) => void;
}

/** Accounts × scopes as a grid of buttons. */
export function MapTable({ map, authorizations, now, selection, onSelect }: MapTableProps) {
  const keys = useGridKeys(authorizations.length, map.columns.length);
  const states = new Map(map.rows.map(({ authorizationId, cells }) => [authorizationId, new Map(cells.map((cell) => [cell.scope, cell.state] as const))]));
  const stateOf = (id: string, scope: string): CellState => states.get(id)?.get(scope) ?? 'never';
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
            <tr key={one.id} className={classes.row} data-chosen={selection?.ids.some((id) => id === one.id) === true || undefined}>
              <th scope="row" className={classes.account}>
                <span className={classes.who}>
                  <Ring email={one.account.email} {...ringLook(one, now)} size={36} />
                  <a href={hashOf({ page: 'authorization', id: one.id })} className={classes.link} title={`${one.account.email} · ${one.client.label}`}>
                    <Address email={one.account.email} />
                  </a>
                </span>
              </th>
              {map.columns.map((column, index) => (
                <td key={column.scope} className={classes.td} data-column-chosen={selection?.scope === column.scope || undefined}>
                  <MapCell
                    column={column}
                    email={one.account.email}
                    state={stateOf(one.id, column.scope)}
                    chosen={selection?.scope === column.scope && selection.ids.some((id) => id === one.id)}
                    reachable={keys.at[0] === row && keys.at[1] === index}
                    onChoose={() => {
                      onSelect(column.scope, one.id);
                    }}
                    onFocus={() => {
                      keys.setAt(row, index);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The name above, the domain below: most differ in the first part. */
function Address({ email }: { readonly email: string }) {
  const at = email.lastIndexOf('@');
  return (
    <>
      <span className={classes.local}>{at === -1 ? email : email.slice(0, at)}</span>
      <span className={classes.domain}>{at === -1 ? '' : email.slice(at + 1)}</span>
    </>
  );
}
