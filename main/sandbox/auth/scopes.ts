import { scopePrefix, scopeWords } from './scope-words.ts';

const emailScope = `${scopePrefix}userinfo.email`;
const profileScope = `${scopePrefix}userinfo.profile`;

/** Google answers with one name where it accepts several. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['email', emailScope],
  ['profile', profileScope],
  ['https://www.google.com/m8/feeds/', `${scopePrefix}contacts`],
]);

/** Whether a scope only tells who signs in. Such scopes have no checkbox. */
export function isSignInScope(scope: string): boolean {
  return scope === 'openid' || scope === emailScope || scope === profileScope;
}

export interface ReadScopes {
  /** Canonical, each once, in the order asked; `openid` added when email or profile was asked. */
  readonly valid: readonly string[];
  /** As sent. */
  readonly invalid: readonly string[];
}

/** Splits a `scope` parameter (RFC 6749 §3.3) and gives every scope the name Google answers with. */
export function readScopes(parameter: string): ReadScopes {
  const valid = new Set<string>();
  const invalid: string[] = [];
  for (const asked of parameter.split(' ').filter((part) => part !== '')) {
    const scope = aliases.get(asked) ?? asked;
    if (isSignInScope(scope) || scopeWords(scope) !== undefined) valid.add(scope);
    else invalid.push(asked);
  }
  if (valid.has(emailScope) || valid.has(profileScope)) valid.add('openid');
  return { valid: [...valid], invalid };
}

/** Turns a short name into the full scope; full ones and sign-in names stay. */
export function fullScope(name: string): string {
  const alias = aliases.get(name);
  if (alias !== undefined) return alias;
  return name === 'openid' || name.includes('://') ? name : scopePrefix + name;
}

/** Whether the token tells the mail address, and whether it tells the name. */
export function identityOf(scopes: readonly string[]): { readonly openid: boolean; readonly email: boolean; readonly profile: boolean } {
  const email = scopes.includes(emailScope);
  const profile = scopes.includes(profileScope);
  return { openid: scopes.includes('openid') || email || profile, email, profile };
}
