import type { KnownApi } from '../google/library/api-library.ts';
import type { Authorization } from '../grants/authorization.ts';
import type { Receipt } from '../receipts/receipt.ts';
import { catalogedScopes } from '../scopes/catalog.ts';
import { normalizeScope } from '../scopes/normalize.ts';
import type { Uses } from './method-use.ts';
import { narrowerHints, type NarrowerHint } from './narrower-hints.ts';
import { openingsOf } from './openings.ts';
import { grantedOf } from './ready.ts';
import { scopeHistory } from './scope-history.ts';
import { widerAmong, type Wider } from './wider.ts';

export interface ScopeCell {
  readonly scope: string;
  readonly state: 'granted' | 'covered' | 'refused';
  /** The granted scope that covers it. */
  readonly by: string | null;
  /** Milliseconds since the epoch; null when no receipt tells. */
  readonly at: number | null;
}

export interface ScopeMap {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly authorizationId: string; readonly cells: readonly ScopeCell[] }[];
  readonly narrower: readonly NarrowerHint[];
}

export interface ScopeMapFacts {
  readonly authorizations: readonly Authorization[];
  /** Of any authorization, in any order. */
  readonly receipts: readonly Receipt[];
  readonly apis: readonly KnownApi[];
  /** By authorization. */
  readonly uses: ReadonlyMap<string, Uses>;
}

const order: ReadonlyMap<string, number> = new Map(catalogedScopes.map(({ scope }, index) => [scope, index]));

/** Accounts × scopes; a cell that is missing was never asked for. */
export function scopeMap({ authorizations, receipts, apis, uses }: ScopeMapFacts): ScopeMap {
  const byAccount = new Map<string | null, Receipt[]>();
  for (const receipt of receipts) byAccount.set(receipt.authorizationId, [...(byAccount.get(receipt.authorizationId) ?? []), receipt]);
  const ofAccount = (id: string): readonly Receipt[] => byAccount.get(id) ?? [];
  const asked = authorizations.flatMap(({ id, requested, granted }) => [...requested, ...granted, ...ofAccount(id).flatMap((receipt) => [...receipt.asked, ...receipt.granted])]);
  const columns = [...new Set(asked.map(normalizeScope))].sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size) || a.localeCompare(b, 'en'));
  const wider = widerAmong(columns);
  const openings = openingsOf(apis.flatMap(({ table }) => table.methods));
  return {
    columns,
    rows: authorizations.map((one) => ({ authorizationId: one.id, cells: cellsOf(one, ofAccount(one.id), columns, wider) })),
    narrower: authorizations.flatMap((one) => (one.mark === 'revoked' ? [] : narrowerHints(one, { openings, wider, uses: uses.get(one.id) ?? new Map() }))),
  };
}

function cellsOf({ granted, requested, mark }: Authorization, receipts: readonly Receipt[], columns: readonly string[], wider: Wider): readonly ScopeCell[] {
  // A revoked grant opens nothing any more.
  if (mark === 'revoked') return [];
  const held = grantedOf(granted);
  const asked = grantedOf(requested);
  const history = scopeHistory(receipts, wider);
  return columns.flatMap((scope): ScopeCell[] => {
    const event = history.get(scope);
    const since = (state: 'granted' | 'refused'): number | null => (event?.state === state ? event.at : null);
    if (held.has(scope)) return [{ scope, state: 'granted', by: null, at: since('granted') }];
    const by = wider(scope).find((other) => held.has(other));
    if (by !== undefined) return [{ scope, state: 'covered', by, at: null }];
    return asked.has(scope) || event?.state === 'refused' ? [{ scope, state: 'refused', by: null, at: since('refused') }] : [];
  });
}
