import { describeScope } from '../scopes/describe-scope.ts';
import { distinctScopes, normalizeScope } from '../scopes/normalize.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';

/**
 * The scopes of `granted` that are asked for, spelled as they were granted: a refresh takes only what was granted, word for word
 * (https://www.rfc-editor.org/rfc/rfc6749#section-6), so a narrower relative of a granted scope will not do.
 * Fault: `scope-not-granted`.
 */
export function askedOf(granted: readonly string[], names: readonly string[]): Outcome<readonly string[]> {
  const asked: string[] = [];
  for (const name of names) {
    const scope = granted.find((one) => normalizeScope(one) === normalizeScope(name) || shortName(one) === name);
    if (scope === undefined) {
      return fail('scope-not-granted', `This account did not grant ${name}.`, `It granted: ${granted.map(shortName).join(', ')}. Re-authorize it in Grantdesk to add a scope.`);
    }
    asked.push(scope);
  }
  return ok(distinctScopes(asked));
}

/** Those of `scopes` that lie within the ceiling. */
export function within(scopes: readonly string[], ceiling: readonly string[]): readonly string[] {
  const allowed = new Set(ceiling.map(normalizeScope));
  return scopes.filter((scope) => allowed.has(normalizeScope(scope)));
}

/** Those that lie above it. */
export function beyond(scopes: readonly string[], ceiling: readonly string[]): readonly string[] {
  const allowed = new Set(within(scopes, ceiling));
  return scopes.filter((scope) => !allowed.has(scope));
}

export function shortName(scope: string): string {
  return describeScope(scope).shortName;
}
