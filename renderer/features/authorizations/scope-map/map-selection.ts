/** One column and the accounts chosen in it: one, or the two that are compared. */
export interface MapSelection {
  readonly scope: string;
  readonly ids: readonly [string] | readonly [string, string];
}

/** A click on a cell: begins anew in another column, takes the second account, or takes one back. */
export function selectCell(before: MapSelection | null, scope: string, id: string): MapSelection | null {
  if (before?.scope !== scope) return { scope, ids: [id] };
  const [first, second] = before.ids;
  if (second === undefined) return first === id ? null : { scope, ids: [first, id] };
  if (id === second) return { scope, ids: [first] };
  return id === first ? { scope, ids: [second] } : { scope, ids: [first, id] };
}
