import type { KnownApi } from '../google/library/api-library.ts';
import { effectOf, type MethodEffect } from './effect.ts';
import type { Uses } from './method-use.ts';
import { openingsOf, type Openings } from './openings.ts';
import { lastUseOf } from './reach.ts';
import { grantedOf, realScopes } from './ready.ts';
import { smallestSet } from './smallest-set.ts';
import { superfluousScopes, type Superfluous } from './superfluous.ts';

const DAY_MS = 86_400_000;

export interface NarrowerQuestion {
  readonly scopes: readonly string[];
  readonly apis: readonly KnownApi[];
  readonly uses: Uses;
  /** Milliseconds since the epoch: when counting began, when this was granted, and now. */
  readonly countedSince: number;
  readonly grantedAt: number;
  readonly now: number;
  /** Methods that must keep working; null takes those really used. */
  readonly methods: readonly string[] | null;
  readonly unusedDays: number;
}

/** How little would be enough. */
export interface Narrower {
  readonly countedSince: number;
  readonly used: readonly { readonly methodId: string; readonly apiId: string | null; readonly effect: MethodEffect; readonly count: number; readonly lastAt: number }[];
  readonly methods: readonly string[];
  readonly smallest: readonly string[];
  /** False when there may be a smaller one: the search was cut short. */
  readonly exact: boolean;
  /** Methods that no known scope opens, or that no known API has. */
  readonly impossible: readonly string[];
  readonly drop: readonly string[];
  readonly add: readonly string[];
  readonly redundant: readonly Superfluous[];
  readonly unused: readonly { readonly scope: string; readonly lastUsedAt: number | null }[];
}

export function narrower(question: NarrowerQuestion): Narrower {
  const { apis, uses } = question;
  const granted = grantedOf(question.scopes);
  const held = realScopes(granted);
  const all = apis.flatMap(({ table }) => table.methods);
  const openings = openingsOf(all);
  const known = new Map(all.map((method) => [method.id, method]));
  const wanted = question.methods ?? [...uses.keys()];
  const possible = wanted.flatMap((id) => known.get(id) ?? []);
  const { scopes: smallest, exact } = smallestSet({ methods: possible, all, granted });
  const enough = new Set(smallest);
  return {
    countedSince: question.countedSince,
    used: usedMethods(uses, apis),
    methods: possible.map(({ id }) => id),
    smallest,
    exact,
    impossible: wanted.filter((id) => !known.has(id)),
    drop: held.filter((scope) => !enough.has(scope)),
    add: smallest.filter((scope) => !granted.has(scope)),
    redundant: superfluousScopes(granted, openings),
    unused: unusedScopes(question, held, openings),
  };
}

function usedMethods(uses: Uses, apis: readonly KnownApi[]): Narrower['used'] {
  const places = new Map(apis.flatMap(({ id, table }) => table.methods.map((method) => [method.id, { apiId: id, method }] as const)));
  return [...uses]
    .map(([methodId, { count, lastAt }]) => {
      const place = places.get(methodId);
      return { methodId, apiId: place?.apiId ?? null, effect: place === undefined ? ('read' as const) : effectOf(place.method), count, lastAt };
    })
    .sort((a, b) => b.count - a.count || a.methodId.localeCompare(b.methodId, 'en'));
}

/**
 * Scopes that opened no call for so many days. Of one granted since, or before calls were counted so long, nothing can be said; nor of
 * one whose API is not known here.
 */
function unusedScopes(
  { unusedDays, now, grantedAt, countedSince, uses }: NarrowerQuestion,
  held: readonly string[],
  openings: Openings,
): Narrower['unused'] {
  const since = now - unusedDays * DAY_MS;
  if (Math.max(grantedAt, countedSince) > since) return [];
  return held
    .filter((scope) => openings.has(scope))
    .map((scope) => ({ scope, lastUsedAt: lastUseOf(openings.get(scope) ?? [], uses) }))
    .filter(({ lastUsedAt }) => lastUsedAt === null || lastUsedAt < since);
}
