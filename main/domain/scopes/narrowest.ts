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
  const reaching = (scope: string): number => (hasLimitedReach(normalizeScope(scope)) ? 1 : 0);
  const classOf = (scope: string): number => weight[findScope(scope)?.entry.sensitivity ?? 'unknown'];
  const methods = (scope: string): number => table.methods.filter((method) => method.scopes.includes(normalizeScope(scope))).length;
  // Within one API of which only some methods are known here, what includes the other is the wider one.
  const wideness = (scope: string): number => accepted.filter((other) => covers(scope, other)).length;
  const [best] = [...accepted].sort(
    (a, b) => reaching(a) - reaching(b) || classOf(a) - classOf(b) || methods(a) - methods(b) || wideness(a) - wideness(b) || a.localeCompare(b, 'en'),
  );
  return best ?? null;
}
