import type { Publishing } from '../clients/client.ts';
import { isSignInScope } from '../scopes/normalize.ts';
import type { Authorization } from './authorization.ts';

export interface SignInEnd {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** True when it follows from what Google said; false for a rule of thumb. */
  readonly certain: boolean;
  readonly why: string;
  /** What it follows from. `access`: there is no refresh token, so the access token's end is the sign-in's. */
  readonly rule: 'access' | 'named' | 'testing' | 'idle';
}

const DAY = 86_400_000;
const IDLE_MONTHS = 6;
/** Google ends sign-ins of an app in Testing after this. https://developers.google.com/identity/protocols/oauth2#expiration */
export const TESTING_LIFE = 7 * DAY;
/** Google names the end of such a sign-in as 604799 seconds; answers take a moment to arrive. */
const SLACK = 10 * 60_000;

/**
 * When this sign-in will end by itself. Google drops a refresh token that nobody used for six months; each use starts that anew.
 * https://developers.google.com/identity/protocols/oauth2#expiration
 * @param publishing of the client's app, as far as its owner told
 * @returns null when the authorization is marked, since then it has ended already
 */
export function signInEnds(authorization: Authorization, publishing?: Publishing): SignInEnd | null {
  if (authorization.mark !== 'none') return null;
  if (authorization.refreshToken === null) {
    const at = authorization.accessTokenExpiresAt;
    return at === null ? null : { at, certain: true, why: 'no refresh token', rule: 'access' };
  }
  if (authorization.refreshTokenExpiresAt !== null) {
    const why = looksLikeTesting(authorization)
      ? 'Google named this end at consent, and seven days are what apps in Testing get'
      : 'Google named this end at consent';
    return { at: authorization.refreshTokenExpiresAt, certain: true, why, rule: 'named' };
  }
  const sevenDays = authorization.consentedAt + TESTING_LIFE;
  // When the consent of an imported credential was, nobody knows.
  if (publishing === 'testing' && authorization.consentedIn !== 'file' && sevenDaysApply(authorization)) {
    return { at: sevenDays, certain: false, why: 'apps in Testing sign out after 7 days', rule: 'testing' };
  }
  return { at: idleEnd(lastUse(authorization)), certain: false, why: 'unused for six months', rule: 'idle' };
}

/** True when the end that Google named lies seven days after the consent: that is how sign-ins of apps in Testing come. */
export function looksLikeTesting({ refreshTokenExpiresAt: end, consentedAt }: Authorization): boolean {
  return end !== null && Math.abs(end - consentedAt - TESTING_LIFE) <= SLACK;
}

/** Sign-in scopes alone are exempt; and a sign-in that was renewed after its seven days has shown that they do not apply. */
function sevenDaysApply({ granted, consentedAt, lastRefreshedAt }: Authorization): boolean {
  return !granted.every(isSignInScope) && (lastRefreshedAt ?? 0) <= consentedAt + TESTING_LIFE + SLACK;
}

/** The last time Google saw its refresh token used, as far as this computer knows. Milliseconds since the epoch. */
export function lastUse({ consentedAt, lastRefreshedAt, lastUsedAt }: Authorization): number {
  return Math.max(consentedAt, lastRefreshedAt ?? 0, lastUsedAt ?? 0);
}

/** Six months after `used`. */
export function idleEnd(used: number): number {
  const end = new Date(used);
  end.setUTCMonth(end.getUTCMonth() + IDLE_MONTHS);
  return end.getTime();
}
