import type { GoogleMethod } from '../google/methods/method-table.ts';
import { seesOnlyPart } from '../scopes/limited-reach.ts';
import { normalizeScope } from '../scopes/normalize.ts';
import { countEffects } from './effect.ts';
import { compareCost, costOf, type Cost } from './scope-cost.ts';
import { openingsOf, type Openings, type ScopedMethod } from './openings.ts';
import { cheapestCover } from './set-cover.ts';
import type { Granted } from './ready.ts';

export interface SmallestSet {
  /** Most sensitive first. */
  readonly scopes: readonly string[];
  /** False when the search was cut short: there may be a smaller one. */
  readonly exact: boolean;
}

export interface SetWish {
  /** Methods that must work; those without scopes need nothing. */
  readonly methods: readonly Pick<GoogleMethod, 'scopes'>[];
  /** Every method of the known APIs: what a scope gives away besides. */
  readonly all: readonly ScopedMethod[];
  /** A scope that sees only a part of the data is offered only when it was granted, or when nothing else opens a method. */
  readonly granted: Granted;
}

/** The scopes a method may be opened with, by the wish's rule about scopes of limited reach. */
export function usableScopes(method: Pick<GoogleMethod, 'scopes'>, granted: Granted): readonly string[] {
  const scopes = [...new Set(method.scopes.map(normalizeScope))];
  const whole = scopes.filter((scope) => !seesOnlyPart(scope) || granted.has(scope));
  return whole.length > 0 ? whole : scopes;
}

/** The smallest set of scopes that opens every method, by what it gives away (`Cost`). */
export function smallestSet({ methods, all, granted }: SetWish): SmallestSet {
  const cost = costs(openingsOf(all), granted);
  const groups = methods.filter((method) => method.scopes.length > 0).map((method) => usableScopes(method, granted));
  const { scopes, exact } = cheapestCover(groups, cost);
  return { scopes: scopes.toSorted((a, b) => compareCost(cost(b), cost(a)) || a.localeCompare(b, 'en')), exact };
}

/** What each scope opens, counted once. */
function costs(openings: Openings, granted: Granted): (scope: string) => Cost {
  const known = new Map<string, Cost>();
  return (scope) => {
    const held = known.get(scope) ?? costOf(scope, countEffects(openings.get(scope) ?? []), granted.has(scope));
    known.set(scope, held);
    return held;
  };
}
