import type { OAuthClient } from '../clients/client.ts';
import { accountOf, askUserInfo, type GoogleAccount } from '../oauth/account.ts';
import { explainUnavailable } from '../oauth/explain-token-error.ts';
import { checkIdToken } from '../oauth/id-token.ts';
import type { TokenResponse } from '../oauth/token-response.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import type { GrantDeps } from './grant-deps.ts';
import { CANCELLED } from './grant-faults.ts';

export interface Consented {
  readonly response: TokenResponse;
  readonly client: Pick<OAuthClient, 'clientId'>;
  /** The one sent with the request; null when there was none. */
  readonly nonce: string | null;
}

/**
 * Whose tokens these are: from the ID token, else from userinfo. A wrong ID token is never papered over by asking userinfo; one
 * without an email address is completed by it, and when that fails the account goes without.
 */
export async function consentedAccount(
  deps: Pick<GrantDeps, 'fetch' | 'clock' | 'endpoints'>,
  { response, client, nonce }: Consented,
  signal?: AbortSignal,
): Promise<Outcome<GoogleAccount>> {
  const endpoints = deps.endpoints();
  const named = response.idToken === null ? null : checkIdToken(response.idToken, { clientId: client.clientId, issuers: endpoints.issuers, nonce, now: deps.clock.now() });
  if (named !== null && !named.ok) return named;
  const account = named === null ? null : accountOf(named.value);
  if (account !== null && account.email !== null) return ok(account);
  const answer = await askUserInfo(deps, endpoints, response.accessToken, signal);
  switch (answer.kind) {
    case 'ok':
      // OpenID Connect: an answer about somebody else must not be used.
      return ok(account === null || answer.value.sub === account.sub ? answer.value : account);
    case 'cancelled':
      return { ok: false, error: CANCELLED };
    case 'refused':
      return account === null ? unknownAccount() : ok(account);
    case 'unavailable':
      if (account !== null) return ok(account);
      return answer.cause === 'foreign' ? unknownAccount() : { ok: false, error: explainUnavailable(answer.cause, 'exchange') };
  }
}

function unknownAccount(): Outcome<never> {
  return fail('account-unknown', 'Google did not say whose account this is, so nothing was stored.', 'Start again and leave the sign-in scopes in the request.');
}
