import type { Random } from '../shared/ports.ts';
import type { ApiError } from './api-error.ts';

/** Times a call is sent at most because of backoff. */
export const MAX_TRIES = 5;
const MAX_WAIT_MS = 32_000;

/** Reasons under which a 403 means "too fast". Every other 403 is a refusal, and repeating it would change nothing. */
const rateReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED', 'RATE_LIMIT_EXCEEDED_GLOBAL']);

/** Reasons under which even a 429 does not get better within minutes: daily quotas and Calendar's abuse limits. */
const slowReasons = new Set(['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg', 'variableTermLimitExceeded']);

/** Whether the answer may turn out better in a while, with the same request and token. */
export function isTransient(error: ApiError): boolean {
  if (error.reasons.some((reason) => slowReasons.has(reason))) return false;
  if (error.status === 429 || [500, 502, 503, 504].includes(error.status)) return true;
  return error.status === 403 && error.reasons.some((reason) => rateReasons.has(reason));
}

/**
 * Milliseconds to wait before try number `tries + 1`: min(2^n s + up to 1 s at random, 32 s), or what the server asked for if longer.
 * Null when the call is not to be repeated: a write (it may have been done), a lasting refusal, too many tries, or no time left.
 * @param tries times sent so far
 * @param remainingMs until the deadline of the whole call
 */
export function waitBeforeRetry(error: ApiError, call: { readonly method: string; readonly tries: number; readonly remainingMs: number }, random: Random): number | null {
  if (call.method !== 'GET' || call.tries >= MAX_TRIES || !isTransient(error)) return null;
  const [high = 0, low = 0] = random.bytes(2);
  const jitter = ((high * 256 + low) / 65_536) * 1000;
  const formula = Math.min(2 ** (call.tries - 1) * 1000 + jitter, MAX_WAIT_MS);
  const wait = Math.round(Math.max(formula, error.retryAfterMs ?? 0));
  return wait < call.remainingMs ? wait : null;
}
