import type { MethodTable } from '../google/methods/method-table.ts';
import { hasLimitedReach } from './calendar-coverage.ts';
import { findScope } from './catalog.ts';
import { covers } from './covers.ts';
import { normalizeScope } from './normalize.ts';
import type { Sensitivity } from './scope-entry.ts';

const weight: Readonly<Record<Sensitivity, number>> = { 'non-sensitive': 0, sensitive: 1, restricted: 2, unknown: 3 };

/**
 * Of several scopes, any one of which is enough, the one that gives away least: least sensitive, then accepted by the fewest methods.
 * A scope that sees only a part of the data (public calendars, availability) is taken only when nothing else is on offer: the call
 * would succeed and show too little.
 * @returns null when there is nothing to choose from
 */
export function narrowestScope(accepted: readonly string[], table: MethodTable): string | null {
  const open = new Map<string, number>();
  for (const scope of table.methods.flatMap((method) => method.scopes)) open.set(scope, (open.get(scope) ?? 0) + 1);
  // Each once: a document can name thousands.
  const judged = accepted.map((scope) => ({
    scope,
    ranks: [
      hasLimitedReach(normalizeScope(scope)) ? 1 : 0,
      weight[findScope(scope)?.entry.sensitivity ?? 'unknown'],
      open.get(normalizeScope(scope)) ?? 0,
      // Within one API of which only some methods are known here, what includes the other is the wider one.
      accepted.filter((other) => covers(scope, other)).length,
    ],
  }));
  const [best] = judged.sort((a, b) => compareRanks(a.ranks, b.ranks) || a.scope.localeCompare(b.scope, 'en'));
  return best?.scope ?? null;
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  return one.map((rank, index) => rank - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
