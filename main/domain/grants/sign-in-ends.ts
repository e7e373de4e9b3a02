import type { Authorization } from './authorization.ts';

export interface SignInEnd {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** True when it follows from what Google said; false for a rule of thumb. */
  readonly certain: boolean;
  readonly why: string;
}

const IDLE_MONTHS = 6;

/**
 * When this sign-in will end by itself. Google drops a refresh token that nobody used for six months; each use starts that anew.
 * https://developers.google.com/identity/protocols/oauth2#expiration
 * @returns null when the authorization is marked, since then it has ended already
 */
export function signInEnds(authorization: Authorization): SignInEnd | null {
  if (authorization.mark !== 'none') return null;
  if (authorization.refreshToken === null) {
    const at = authorization.accessTokenExpiresAt;
    return at === null ? null : { at, certain: true, why: 'no refresh token' };
  }
  if (authorization.refreshTokenExpiresAt !== null) {
    return { at: authorization.refreshTokenExpiresAt, certain: true, why: 'Google named this end at consent' };
  }
  const used = Math.max(authorization.consentedAt, authorization.lastRefreshedAt ?? 0, authorization.lastUsedAt ?? 0);
  const end = new Date(used);
  end.setUTCMonth(end.getUTCMonth() + IDLE_MONTHS);
  return { at: end.getTime(), certain: false, why: 'unused for six months' };
}
