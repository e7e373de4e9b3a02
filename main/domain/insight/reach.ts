import type { KnownApi } from '../google/library/api-library.ts';
import { apiOfScope, type ApiName } from '../scopes/api-of-scope.ts';
import { normalizeScope } from '../scopes/normalize.ts';
import { countEffects, effectOf, type EffectCounts, type MethodEffect } from './effect.ts';
import type { Uses } from './method-use.ts';
import { openingsOf, type ScopedMethod } from './openings.ts';
import { grantedOf, isReady, openersOf, realScopes, type Granted } from './ready.ts';
import { superfluousScopes } from './superfluous.ts';
import { widerAmong, type Wider } from './wider.ts';
import { WORST_FIRST, worstCaseOf, worstCaseOfAll, type WorstCase } from './worst-case.ts';

export interface ScopeReach {
  readonly scope: string;
  readonly opens: EffectCounts;
  readonly worstCase: readonly WorstCase[];
  /** Methods that no other granted scope opens. */
  readonly breaks: readonly string[];
  /** All that are safe may go together: who includes them stays. */
  readonly safeToDrop: boolean;
  /** Granted scopes that include it, the one that stays first. */
  readonly coveredBy: readonly string[];
  /** Milliseconds since the epoch; null when no call was seen that it opened. */
  readonly lastUsedAt: number | null;
}

export interface ApiReach {
  readonly apiId: string;
  readonly title: string;
  readonly open: EffectCounts;
  readonly total: EffectCounts;
  readonly methods: readonly { readonly id: string; readonly effect: MethodEffect; readonly scopes: readonly string[] }[];
}

/** What a token with these scopes can do, by the known APIs. */
export interface Reach {
  /** Only APIs of which it opens something. */
  readonly apis: readonly ApiReach[];
  /** Sign-in scopes left out; most powerful first. */
  readonly scopes: readonly ScopeReach[];
  /** Granted scopes that no known API accepts. */
  readonly unknown: readonly { readonly scope: string; readonly api: ApiName | null }[];
  readonly worstCase: readonly WorstCase[];
}

export function reachOf(scopes: readonly string[], apis: readonly KnownApi[], uses: Uses): Reach {
  const granted = grantedOf(scopes);
  const openings = openingsOf(apis.flatMap(({ table }) => table.methods));
  const wider = widerAmong(granted);
  const superfluous = new Map(superfluousScopes(granted, openings, wider).map(({ scope, by }) => [scope, by]));
  const reaches = realScopes(granted).map((scope) => scopeReach(scope, openings.get(scope) ?? [], { granted, wider, superfluous, uses }));
  const known = new Set(apis.flatMap(({ table }) => [...table.scopes, ...table.methods.flatMap((method) => method.scopes)].map(normalizeScope)));
  return {
    apis: apis.map((api) => apiReach(api, granted)).filter((api) => api.methods.length > 0),
    scopes: reaches.toSorted((a, b) => power(b) - power(a) || a.scope.localeCompare(b.scope, 'en')),
    unknown: realScopes(granted).filter((scope) => !known.has(scope)).map((scope) => ({ scope, api: apiOfScope(scope) })),
    worstCase: worstCaseOfAll(reaches.flatMap(({ worstCase }) => worstCase)),
  };
}

/** When a call that this scope opens was made last. */
export function lastUseOf(methods: readonly Pick<ScopedMethod, 'id'>[], uses: Uses): number | null {
  const moments = methods.flatMap(({ id }) => uses.get(id)?.lastAt ?? []);
  return moments.length === 0 ? null : Math.max(...moments);
}

function scopeReach(
  scope: string,
  opened: readonly ScopedMethod[],
  { granted, wider, superfluous, uses }: { readonly granted: Granted; readonly wider: Wider; readonly superfluous: ReadonlyMap<string, string>; readonly uses: Uses },
): ScopeReach {
  const opens = countEffects(opened);
  const by = superfluous.get(scope);
  return {
    scope,
    opens,
    worstCase: worstCaseOf(scope, opens),
    breaks: opened.filter((method) => openersOf(method, granted).length === 1).map(({ id }) => id),
    safeToDrop: by !== undefined,
    coveredBy: [...new Set([...(by === undefined ? [] : [by]), ...wider(scope)])],
    lastUsedAt: lastUseOf(opened, uses),
  };
}

function apiReach({ id, title, table }: KnownApi, granted: Granted): ApiReach {
  const open = table.methods.filter((method) => method.scopes.length > 0 && isReady(method, granted));
  return {
    apiId: id,
    title,
    open: countEffects(open),
    total: countEffects(table.methods),
    methods: open.map((method) => ({ id: method.id, effect: effectOf(method), scopes: openersOf(method, granted) })),
  };
}

/** By the worst it can do, then by how much. */
function power({ worstCase, opens }: ScopeReach): number {
  const worst = Math.min(...worstCase.map(({ effect }) => WORST_FIRST.indexOf(effect)), WORST_FIRST.length);
  return (WORST_FIRST.length - worst) * 10_000 + opens.share + opens.delete + opens.write + opens.read;
}
