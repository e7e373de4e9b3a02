import { catalogedScopes, findScope } from './catalog.ts';

/**
 * The one spelling under which a scope is compared: `email` becomes userinfo.email, a legacy feed address its successor.
 * Only for comparing: a request keeps the spelling it was given.
 * https://developers.google.com/identity/protocols/oauth2/resources/granular-permissions
 */
export function normalizeScope(scope: string): string {
  return findScope(scope)?.scope ?? scope;
}

/** Splits a `scope` parameter (RFC 6749 §3.3: names separated by single spaces), forgiving further spaces. */
export function splitScopes(parameter: string): readonly string[] {
  return parameter.split(' ').filter((scope) => scope !== '');
}

/** Each scope once, in the order given, whichever spelling came first. */
export function distinctScopes(scopes: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return scopes.filter((scope) => {
    const normal = normalizeScope(scope);
    if (seen.has(normal)) return false;
    seen.add(normal);
    return true;
  });
}

/** Whether both lists mean the same set; order, repeats and spelling do not count. */
export function sameScopes(one: readonly string[], other: readonly string[]): boolean {
  const left = new Set(one.map(normalizeScope));
  const right = new Set(other.map(normalizeScope));
  return left.size === right.size && [...left].every((scope) => right.has(scope));
}

const signIn = new Set(catalogedScopes.filter(({ entry }) => entry.signIn === true).map(({ scope }) => scope));

/** Whether a scope only tells who signs in. Google shows no checkbox for it. */
export function isSignInScope(scope: string): boolean {
  return signIn.has(normalizeScope(scope));
}

/** Puts `openid email profile` in front where they are missing, so that every authorization knows its account. */
export function withSignIn(scopes: readonly string[]): readonly string[] {
  const given = new Set(scopes.map(normalizeScope));
  const missing = ['openid', 'email', 'profile'].filter((scope) => !given.has(normalizeScope(scope)));
  return distinctScopes([...missing, ...scopes]);
}
