import type { Problem } from '../shared/fault.ts';
import type { Authorization } from './authorization.ts';

export type AuthorizationState = 'active' | 'expired' | 'sign-in-needed' | 'revoked' | 'unknown-offline';

export interface Standing {
  readonly state: AuthorizationState;
  /** Why, with the next step; null when there is nothing to say. */
  readonly reason: Problem | null;
}

const NO_REFRESH_TOKEN: Problem = {
  code: 'no-refresh-token',
  message: 'The access token has ended, and Google gave no refresh token to renew it.',
  hint: 'Re-authorize this account.',
};
const SIGN_IN_ENDED: Problem = {
  code: 'refresh-token-ended',
  message: 'Google ended this sign-in on the date it had named at consent.',
  hint: 'Re-authorize this account.',
};
const RENEWABLE: Problem = {
  code: 'access-token-ended',
  message: 'The access token has ended.',
  hint: 'The next call renews it, or Refresh now does.',
};
const OFFLINE: Problem = {
  code: 'offline',
  message: 'Google could not be reached, so nobody knows whether this still stands.',
  hint: 'Check the connection and try Refresh now.',
};

/**
 * How an authorization stands at `now` (milliseconds since the epoch).
 * @param offline why the last attempt to reach Google failed; a general sentence when null
 */
export function standingOf(authorization: Authorization, now: number, offline: Problem | null = null): Standing {
  const { mark, markReason } = authorization;
  if (mark !== 'none') return { state: mark, reason: markReason };
  if (authorization.offlineSince !== null) return { state: 'unknown-offline', reason: offline ?? OFFLINE };
  if (isAlive(authorization, now)) return { state: 'active', reason: markReason };
  if (authorization.refreshToken === null) return { state: 'sign-in-needed', reason: NO_REFRESH_TOKEN };
  const end = authorization.refreshTokenExpiresAt;
  if (end !== null && end <= now) return { state: 'sign-in-needed', reason: SIGN_IN_ENDED };
  return { state: 'expired', reason: markReason ?? RENEWABLE };
}

/** True when there is an access token that has not ended by `at`. */
export function isAlive(authorization: Authorization, at: number): boolean {
  return authorization.accessToken !== null && authorization.accessTokenExpiresAt !== null && authorization.accessTokenExpiresAt > at;
}

/** Milliseconds before its end from which an access token is renewed. */
const EARLY = 90_000;

/** True when the access token is good for another minute and more; short-lived ones (a stand-in's) for a quarter of their life. */
export function isFresh(authorization: Authorization, now: number): boolean {
  const life = (authorization.accessTokenExpiresAt ?? 0) - (authorization.accessTokenIssuedAt ?? 0);
  return isAlive(authorization, now + Math.min(EARLY, life / 4));
}
