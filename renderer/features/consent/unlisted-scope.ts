import type { ScopeDto } from '../../../preload/contract/scopes.ts';

/** A scope that a call lacks and neither the catalog nor the authorization describes: nothing is claimed about it. */
export function unlistedScope(scope: string): ScopeDto {
  return {
    scope,
    shortName: scope.replace(/^https:\/\/www\.googleapis\.com\/auth\//, ''),
    product: 'Other',
    title: 'A scope that is not on the list',
    detail: null,
    sensitivity: 'unknown',
    sensitivityConfirmed: false,
    adminOnly: false,
    signIn: false,
    warning: null,
    narrower: null,
  };
}
