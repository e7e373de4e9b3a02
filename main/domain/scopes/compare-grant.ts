import { covers } from './covers.ts';
import { distinctScopes, isSignInScope, normalizeScope } from './normalize.ts';

export interface GrantComparison {
  /** Everything Google says is granted, each once, as Google spells it. */
  readonly granted: readonly string[];
  /** Asked for, and neither granted nor covered by a wider scope that is. */
  readonly refused: readonly string[];
  /** Granted without having been asked for: an earlier consent, most often. Never a sign-in scope. */
  readonly unexpected: readonly string[];
}

/**
 * What consent gave of what was asked. Compares as sets: order, repeats, `email` for userinfo.email and an added `openid` mean nothing.
 * @param granted the token response's `scope`, split: that one is authoritative, not the redirect's
 */
export function compareGrant(asked: readonly string[], granted: readonly string[]): GrantComparison {
  const all = distinctScopes(granted);
  const askedFor = new Set(asked.map(normalizeScope));
  return {
    granted: all,
    refused: distinctScopes(asked).filter((scope) => !all.some((held) => covers(held, scope))),
    unexpected: all.filter((scope) => !askedFor.has(normalizeScope(scope)) && !isSignInScope(scope)),
  };
}
