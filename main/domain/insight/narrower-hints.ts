import type { Authorization } from '../grants/authorization.ts';
import { findScope, findScopeByName } from '../scopes/catalog.ts';
import { seesOnlyPart } from '../scopes/limited-reach.ts';
import type { Uses } from './method-use.ts';
import type { Openings } from './openings.ts';
import { grantedOf, realScopes } from './ready.ts';
import { superfluousScopes } from './superfluous.ts';
import type { Wider } from './wider.ts';

/** Where an account holds more than it needs. */
export interface NarrowerHint {
  readonly authorizationId: string;
  readonly scope: string;
  /** What would do in its place; null when nothing is needed in its place. */
  readonly to: string | null;
  readonly why: string;
}

/** What another granted scope includes, and what a narrower one is enough for: by the calls really made, else by the catalog. */
export function narrowerHints(
  { id, granted }: Authorization,
  { openings, wider, uses }: { readonly openings: Openings; readonly wider: Wider; readonly uses: Uses },
): readonly NarrowerHint[] {
  const held = grantedOf(granted);
  const redundant = superfluousScopes(held, openings, wider);
  const spare = new Set(redundant.map(({ scope }) => scope));
  return [
    ...redundant.map(({ scope, by }) => ({ authorizationId: id, scope, to: null, why: `${nameOf(by)} includes it: nothing is lost without it.` })),
    ...realScopes(held).flatMap((scope): readonly NarrowerHint[] => {
      const name = findScope(scope)?.entry.narrower;
      const to = name === undefined ? undefined : findScopeByName(name)?.scope;
      const why = to === undefined || spare.has(scope) ? null : reasonFor(scope, to, openings, uses);
      return to === undefined || why === null ? [] : [{ authorizationId: id, scope, to, why }];
    }),
  ];
}

/** Null when a call was made that the narrower scope does not open. */
function reasonFor(scope: string, to: string, openings: Openings, uses: Uses): string | null {
  const used = (openings.get(scope) ?? []).filter((method) => uses.has(method.id));
  const enough = new Set(openings.get(to) ?? []);
  if (!used.every((method) => enough.has(method))) return null;
  // The calls do not tell whose data they were about.
  return used.length > 0 && !seesOnlyPart(to) ? `${nameOf(to)} opens every call seen so far.` : `${nameOf(to)} is often enough.`;
}

function nameOf(scope: string): string {
  return findScope(scope)?.entry.name ?? scope;
}
