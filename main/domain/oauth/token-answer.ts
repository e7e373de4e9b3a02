import type { JsonObject } from '../shared/guards.ts';
import type { HttpAnswer } from './post-form.ts';
import { readRefusal, type TokenRefusal } from './token-refusal.ts';

/**
 * Why there was no answer of the endpoint itself:
 * `network` (DNS, reset, cut, redirected), `timeout`, `server` (5xx, or a busy error), `rate` (429), `foreign` (HTML or other text).
 */
export type UnavailableCause = 'network' | 'timeout' | 'server' | 'rate' | 'foreign';

/** Only `refused` says anything about the grant; `unavailable` never does, so nothing stored may be given up for it. */
export type TokenAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: TokenRefusal }
  | { readonly kind: 'unavailable'; readonly cause: UnavailableCause; readonly retryAfterMs: number | null }
  | { readonly kind: 'cancelled' };

const BUSY: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error', 'internal_failure', 'slow_down', 'rate_limit_exceeded']);

/** @param read makes the value of a 200; null when the body is not what it should be */
export function readTokenAnswer<T>(answer: HttpAnswer, read: (body: JsonObject) => T | null): TokenAnswer<T> {
  if (answer.kind === 'cancelled') return answer;
  if (answer.kind === 'unreachable') return unavailable(answer.cause, null);
  const { status, json, html, retryAfterMs } = answer;
  if (status === 429) return unavailable('rate', retryAfterMs);
  if (status >= 500) return unavailable('server', retryAfterMs);
  if (status === 200) {
    const value = html ? null : read(json ?? {});
    return value === null ? unavailable('foreign', null) : { kind: 'ok', value };
  }
  const refusal = json === null ? null : readRefusal(status, json);
  if (refusal === null) return unavailable('foreign', null);
  return BUSY.has(refusal.error) ? unavailable('server', retryAfterMs) : { kind: 'refused', refusal };
}

function unavailable(cause: UnavailableCause, retryAfterMs: number | null): TokenAnswer<never> {
  return { kind: 'unavailable', cause, retryAfterMs };
}
