import { refreshTokens } from '../oauth/refresh.ts';
import type { TokenAnswer } from '../oauth/token-answer.ts';
import type { TokenResponse } from '../oauth/token-response.ts';
import { pause } from '../shared/deadline.ts';
import type { GrantDeps } from './grant-deps.ts';

/** Milliseconds to wait before trying again after a 5xx or 429; a network failure is not repeated. */
const RETRY_AFTER = [400, 1200];
const LONGEST_RETRY_AFTER = 5000;

/** Exchanges a refresh token, again after a while when the token endpoint is busy. @param scopes for a narrower access token */
export async function askPatiently(
  deps: Pick<GrantDeps, 'endpoints' | 'fetch' | 'clock'>,
  client: Parameters<typeof refreshTokens>[2],
  refreshToken: string,
  signal: AbortSignal,
  scopes?: readonly string[],
): Promise<TokenAnswer<TokenResponse>> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await refreshTokens(deps, deps.endpoints(), client, refreshToken, signal, scopes);
    const wait = RETRY_AFTER[attempt];
    const busy = answer.kind === 'unavailable' && (answer.cause === 'server' || answer.cause === 'rate');
    if (!busy || wait === undefined || (answer.retryAfterMs ?? 0) > LONGEST_RETRY_AFTER) return answer;
    if (!(await pause(deps.clock, Math.max(wait, answer.retryAfterMs ?? 0), signal))) return { kind: 'cancelled' };
  }
}
