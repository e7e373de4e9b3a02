import type { GoogleMethod } from '../google/methods/method-table.ts';
import { isSignInScope, normalizeScope } from '../scopes/normalize.ts';

/** Granted scopes, each under the spelling by which it is compared. */
export type Granted = ReadonlySet<string>;

export function grantedOf(scopes: readonly string[]): Granted {
  return new Set(scopes.map(normalizeScope));
}

/** The granted scopes that open a method; any one is enough. */
export function openersOf(method: Pick<GoogleMethod, 'scopes'>, granted: Granted): readonly string[] {
  return [...new Set(method.scopes.map(normalizeScope))].filter((scope) => granted.has(scope));
}

/** Whether the grant opens a method: one of its scopes was granted, or it needs none. */
export function isReady(method: Pick<GoogleMethod, 'scopes'>, granted: Granted): boolean {
  return method.scopes.length === 0 || method.scopes.some((scope) => granted.has(normalizeScope(scope)));
}

/** Without those that only say who signs in. */
export function realScopes(granted: Granted): readonly string[] {
  return [...granted].filter((scope) => !isSignInScope(scope));
}
