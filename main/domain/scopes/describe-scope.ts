import { catalogedScopes, findScope, findScopeByName, type CatalogedScope } from './catalog.ts';
import type { Sensitivity } from './scope-entry.ts';

/** A scope in words; the fields are those the renderer gets. */
export interface ScopeDescription {
  /** As it was given. */
  readonly scope: string;
  readonly shortName: string;
  readonly product: string;
  readonly title: string;
  readonly detail: string | null;
  readonly sensitivity: Sensitivity;
  /** False when Google prints no class and the catalog goes by common report. */
  readonly sensitivityConfirmed: boolean;
  readonly adminOnly: boolean;
  readonly signIn: boolean;
  /** Why to think twice; null when there is nothing to warn of. */
  readonly warning: string | null;
  /** A narrower scope that often is enough, in full; null when none. */
  readonly narrower: string | null;
}

/** Describes any scope. One that the catalog does not list gets its short name from the end of its address. */
export function describeScope(scope: string): ScopeDescription {
  const listed = findScope(scope);
  return listed === undefined ? describeUnlisted(scope) : describeListed(scope, listed);
}

/** The whole catalog in words, in the order of the picker. */
export function describeCatalog(): readonly ScopeDescription[] {
  return catalogedScopes.map((one) => describeListed(one.scope, one));
}

function describeListed(scope: string, { product, entry, scope: listedScope }: CatalogedScope): ScopeDescription {
  return {
    scope,
    shortName: entry.name,
    product,
    title: entry.title,
    detail: entry.detail ?? null,
    sensitivity: entry.sensitivity,
    sensitivityConfirmed: entry.confirmed === true,
    adminOnly: entry.adminOnly === true,
    signIn: entry.signIn === true,
    warning: warningFor(scope, listedScope, entry),
    narrower: entry.narrower === undefined ? null : (findScopeByName(entry.narrower)?.scope ?? null),
  };
}

function warningFor(scope: string, listedScope: string, entry: CatalogedScope['entry']): string | null {
  if (entry.warning !== undefined) return entry.warning;
  if (entry.addOnOnly === true) return 'Works only inside a Workspace add-on: this client gets nothing from it.';
  if (entry.adminOnly === true) return 'Only an administrator of a Workspace organisation can use it.';
  if (entry.sensitivity === 'restricted') {
    return 'Among the scopes Google guards most: an app in public use needs a security review for it.';
  }
  // A sign-in scope is asked for by its alias; that is not an old spelling.
  if (scope !== listedScope && entry.signIn !== true) return `An old spelling: ask for ${entry.name} instead.`;
  return null;
}

function describeUnlisted(scope: string): ScopeDescription {
  const shortName = shortNameOf(scope);
  return {
    scope,
    shortName,
    product: 'Other',
    title: shortName,
    detail: 'Not in the catalog: look it up at Google before asking for it.',
    sensitivity: 'unknown',
    sensitivityConfirmed: false,
    adminOnly: false,
    signIn: false,
    warning: null,
    narrower: null,
  };
}

/** The last piece of the address that says something: `https://www.googleapis.com/auth/a.b` → `a.b`. */
function shortNameOf(scope: string): string {
  const tail = scope.split('/').findLast((piece) => piece !== '');
  return tail === undefined || tail.endsWith(':') ? scope : tail;
}
