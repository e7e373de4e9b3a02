import type { KnownApi } from '../google/library/api-library.ts';
import type { Authorization } from '../grants/authorization.ts';
import type { Receipt } from '../receipts/receipt.ts';
import { catalogedScopes, findScope, findScopeByName } from '../scopes/catalog.ts';
import { covers } from '../scopes/covers.ts';
import { isSignInScope, normalizeScope } from '../scopes/normalize.ts';
import { grantedOf } from './ready.ts';
import { scopeHistory } from './scope-history.ts';
import { superfluousScopes } from './superfluous.ts';

export interface ScopeCell {
  readonly scope: string;
  readonly state: 'granted' | 'covered' | 'refused';
  /** The granted scope that covers it. */
  readonly by: string | null;
  /** Milliseconds since the epoch; null when no receipt tells. */
  readonly at: number | null;
}

export interface NarrowerHint {
  readonly authorizationId: string;
  readonly scope: string;
  readonly to: string | null;
  readonly why: string;
}

export interface ScopeMap {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly authorizationId: string; readonly cells: readonly ScopeCell[] }[];
  readonly narrower: readonly NarrowerHint[];
}

const order: ReadonlyMap<string, number> = new Map(catalogedScopes.map(({ scope }, index) => [scope, index]));

/** Accounts × scopes; a cell that is missing was never asked for. */
export function scopeMap(authorizations: readonly Authorization[], receipts: readonly Receipt[], apis: readonly KnownApi[]): ScopeMap {
  const columns = [...new Set(authorizations.flatMap(({ requested, granted }) => [...requested, ...granted]).map(normalizeScope))].sort(
    (a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size) || a.localeCompare(b, 'en'),
  );
  const coveredBy = memoizedCovers();
  const methods = apis.flatMap(({ table }) => table.methods);
  const byAuthorization = new Map<string | null, Receipt[]>();
  for (const receipt of receipts) byAuthorization.set(receipt.authorizationId, [...(byAuthorization.get(receipt.authorizationId) ?? []), receipt]);
  return {
    columns,
    rows: authorizations.map((one) => ({ authorizationId: one.id, cells: cellsOf(one, columns, byAuthorization.get(one.id) ?? [], coveredBy) })),
    narrower: authorizations.flatMap((one) => (one.mark === 'revoked' ? [] : hintsOf(one, methods))),
  };
}

function cellsOf(
  { granted, requested, consentedAt, mark }: Authorization,
  columns: readonly string[],
  receipts: readonly Receipt[],
  coveredBy: (wider: string, narrower: string) => boolean,
): readonly ScopeCell[] {
  // A revoked grant opens nothing any more.
  const held = mark === 'revoked' ? new Set<string>() : grantedOf(granted);
  const asked = grantedOf(requested);
  const history = scopeHistory(receipts);
  return columns.flatMap((scope): ScopeCell[] => {
    const event = history.get(scope);
    const at = (state: 'granted' | 'refused'): number | null => (event?.state === state ? event.at : null);
    if (held.has(scope)) return [{ scope, state: 'granted', by: null, at: at('granted') ?? consentedAt }];
    const by = [...held].find((wider) => coveredBy(wider, scope));
    if (by !== undefined) return [{ scope, state: 'covered', by, at: null }];
    return asked.has(scope) && mark !== 'revoked' ? [{ scope, state: 'refused', by: null, at: at('refused') ?? consentedAt }] : [];
  });
}

/** Where less would do: what another scope includes, and what the catalog says a narrower one is often enough for. */
function hintsOf({ id, granted }: Authorization, methods: Parameters<typeof superfluousScopes>[1]): readonly NarrowerHint[] {
  const held = grantedOf(granted);
  const redundant = superfluousScopes(held, methods);
  const spare = new Set(redundant.map(({ scope }) => scope));
  return [
    ...redundant.map(({ scope, by }) => ({ authorizationId: id, scope, to: null, why: `${nameOf(by)} includes it: nothing is lost without it.` })),
    ...[...held].flatMap((scope): NarrowerHint[] => {
      const name = findScope(scope)?.entry.narrower;
      const to = name === undefined ? undefined : findScopeByName(name)?.scope;
      if (to === undefined || spare.has(scope) || isSignInScope(scope)) return [];
      return [{ authorizationId: id, scope, to, why: `${nameOf(to)} is often enough.` }];
    }),
  ];
}

function nameOf(scope: string): string {
  return findScope(scope)?.entry.name ?? scope;
}

/** The same pairs come up for every account. */
function memoizedCovers(): (wider: string, narrower: string) => boolean {
  const known = new Map<string, boolean>();
  return (wider, narrower) => {
    const key = `${wider} ${narrower}`;
    const held = known.get(key) ?? covers(wider, narrower);
    known.set(key, held);
    return held;
  };
}
