import { memo } from 'react';
import type { AuthorizationDto } from '../../../../preload/contract/authorizations.ts';
import type { ScopeDto } from '../../../../preload/contract/scopes.ts';
import { hashOf } from '../../../app/route.ts';
import { Ring } from '../../../ui/ring.tsx';
import { ringLook } from '../standing.ts';
import { MapCell, type CellState } from './map-cell.tsx';
import classes from './map-table.module.css';

/** By scope; what is not in there was never asked for. */
export type RowStates = ReadonlyMap<string, CellState>;

interface MapRowProps {
  readonly row: number;
  readonly authorization: AuthorizationDto;
  readonly columns: readonly ScopeDto[];
  readonly states: RowStates;
  readonly now: number;
  readonly chosenColumn: string | null;
  /** One of the accounts that are compared. */
  readonly chosen: boolean;
  /** The column that Tab reaches, when it is in this row. */
  readonly reachable: number | null;
  readonly onSelect: (scope: string, id: string) => void;
  readonly onFocus: (row: number, column: number) => void;
}

/** One account. With many accounts and scopes there are thousands of cells: a step of the arrow keys draws two rows. */
export const MapRow = memo(function MapRow({ row, authorization, columns, states, now, chosenColumn, chosen, reachable, onSelect, onFocus }: MapRowProps) {
  const { id, account, client } = authorization;
  return (
    <tr className={classes.row} data-chosen={chosen || undefined}>
      <th scope="row" className={classes.account}>
        <span className={classes.who}>
          <Ring email={account.email} {...ringLook(authorization, now)} size={36} />
          <a href={hashOf({ page: 'authorization', id })} className={classes.link} title={`${account.email} · ${client.label}`}>
            <Address email={account.email} />
          </a>
        </span>
      </th>
      {columns.map((column, index) => (
        <td key={column.scope} className={classes.td} data-column-chosen={chosenColumn === column.scope || undefined}>
          <MapCell
            column={column}
            email={account.email}
            state={states.get(column.scope) ?? 'never'}
            chosen={chosen && chosenColumn === column.scope}
            reachable={reachable === index}
            onChoose={() => {
              onSelect(column.scope, id);
            }}
            onFocus={() => {
              onFocus(row, index);
            }}
          />
        </td>
      ))}
    </tr>
  );
});

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
