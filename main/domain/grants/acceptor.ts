import type { OAuthClient } from '../clients/client.ts';
import type { TokenResponse } from '../oauth/token-response.ts';
import { compareGrant } from '../scopes/compare-grant.ts';
import { ok, type Outcome } from '../shared/fault.ts';
import { authorizationId } from '../shared/ids.ts';
import { isSameAccount, isUnnamed, UNKNOWN_ACCOUNT } from './account-name.ts';
import type { Authorization } from './authorization.ts';
import { consentedAccount } from './consented-account.ts';
import type { GrantDeps } from './grant-deps.ts';
import { CANCELLED, LOCKED } from './grant-faults.ts';
import { afterConsent } from './versions.ts';

export interface Acceptance {
  readonly tokenResponse: TokenResponse;
  /** All scopes that were asked for, sign-in scopes included. */
  readonly requested: readonly string[];
  readonly client: OAuthClient;
  readonly surface: 'app-window' | 'browser';
  /** The authorization this consent was about; null for a new one. */
  readonly expectedAuthorizationId: string | null;
  /** The nonce of the request; null when there was none. */
  readonly nonce: string | null;
  /** Until the record is being written, an abort leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/** Asked against granted, as this one consent came out. */
export interface Receipt {
  readonly granted: readonly string[];
  readonly refused: readonly string[];
  readonly unexpected: readonly string[];
}

export interface Accepted {
  readonly authorization: Authorization;
  readonly receipt: Receipt;
  /** Set when somebody else consented than expected: stored apart, the expected authorization is as before. */
  readonly otherAccount: { readonly expected: string; readonly actual: string } | null;
  /** The expected authorization when it was of an account that nobody had named: it is this one, and its own record has no use any more. */
  readonly superseded: Authorization | null;
}

/** Stores the outcome of a consent under its account and client. Faults: `id-token-…`, `account-unknown`, `offline`, `cancelled`, `vault-…`. */
export async function accept(deps: GrantDeps, acceptance: Acceptance): Promise<Outcome<Accepted>> {
  const { tokenResponse: response, client, requested, surface, nonce, signal } = acceptance;
  const account = await consentedAccount(deps, { response, client, nonce }, signal);
  if (!account.ok) return account;
  const expected = acceptance.expectedAuthorizationId === null ? null : deps.store.get(acceptance.expectedAuthorizationId);
  const id = await authorizationId(account.value.sub, client.clientId);
  const authorization = await deps.store.upsert(id, (current) => {
    if (signal?.aborted === true) return null;
    return afterConsent(current, { id, account: account.value, client, surface, requested, response, now: deps.clock.now() });
  });
  if (authorization === null) return { ok: false, error: signal?.aborted === true ? CANCELLED : LOCKED };
  const superseded = expected !== null && nowHasAName(expected, authorization) ? expected : null;
  const other = expected !== null && superseded === null && expected.sub !== authorization.sub;
  return ok({
    authorization,
    receipt: compareGrant(requested, authorization.granted),
    otherAccount: other ? { expected: expected.email, actual: authorization.email } : null,
    superseded,
  });
}

function nowHasAName(expected: Authorization, consented: Authorization): boolean {
  if (!isUnnamed(expected) || expected.clientId !== consented.clientId) return false;
  return expected.email === UNKNOWN_ACCOUNT || isSameAccount(expected, consented);
}
