import { fault, type Fault, type Problem } from '../shared/fault.ts';
import type { Authorization } from './authorization.ts';

export const MISSING = fault('authorization-missing', 'This authorization is no longer stored here.', 'Make a new one.');
export const LOCKED = fault('vault-locked', 'The vault is locked.', 'Unlock it and try again.');
export const CANCELLED = fault('cancelled', 'Cancelled.');
export const CLIENT_MISSING = fault('client-missing', 'The client of this authorization was removed.', 'Import its client file again.');
export const NO_REFRESH_TOKEN = fault('sign-in-needed', 'There is no refresh token to renew the access token with.', 'Re-authorize this account.');

/** Why a marked authorization cannot be used; null when it is not marked. */
export function faultOfMark(authorization: Authorization): Fault | null {
  const { mark, markReason } = authorization;
  if (mark === 'none') return null;
  const message = mark === 'revoked' ? 'This authorization was revoked.' : 'This account has to sign in again.';
  return fault(mark, markReason?.message ?? message, markReason?.hint ?? 'Re-authorize this account.');
}

export function problemOf({ code, message, hint }: Fault): Problem {
  return { code, message, hint };
}
