import type { OAuthClient } from '../clients/client.ts';
import { unnamedSub, UNKNOWN_ACCOUNT } from '../grants/account-name.ts';
import { problemOf } from '../grants/grant-faults.ts';
import { accountOf, askUserInfo, type GoogleAccount } from '../oauth/account.ts';
import type { GoogleEndpoints } from '../oauth/endpoints.ts';
import { endsTheGrant, explainTokenRefusal, explainUnavailable } from '../oauth/explain-token-error.ts';
import { checkIdToken } from '../oauth/id-token.ts';
import { getWithBearer, type OAuthHttp } from '../oauth/post-form.ts';
import { refreshTokens } from '../oauth/refresh.ts';
import type { TokenAnswer } from '../oauth/token-answer.ts';
import type { TokenResponse } from '../oauth/token-response.ts';
import { askTokenInfo, type TokenInfo } from '../oauth/tokeninfo.ts';
import type { Problem } from '../shared/fault.ts';
import { textOf } from '../shared/guards.ts';
import type { FoundCredential } from './found-credential.ts';

export interface ProbeDeps extends OAuthHttp {
  readonly endpoints: () => GoogleEndpoints;
}

/** Whose credential it is. `sub` is Google's word or an unnamed one (account-name.ts): what a file claims decides nothing. */
export interface ProbedAccount {
  readonly sub: string;
  readonly email: string;
  readonly name: string | null;
  readonly hostedDomain: string | null;
  /** False where the address is what the file claims. */
  readonly namedByGoogle: boolean;
}

/** What Google says of a credential. */
export type Probe =
  | {
      readonly kind: 'alive';
      readonly account: ProbedAccount;
      readonly scopes: readonly string[];
      /** A fresh answer for its refresh token; null where there is an access token alone. */
      readonly response: TokenResponse | null;
      /** Milliseconds since the epoch; of an access token alone. */
      readonly accessTokenExpiresAt: number | null;
    }
  /** Google no longer accepts it. */
  | { readonly kind: 'ended'; readonly account: ProbedAccount; readonly why: Problem }
  /** The client, a policy or the network is in the way: that says nothing about the grant. */
  | { readonly kind: 'unknown'; readonly account: ProbedAccount; readonly why: Problem; readonly offline: boolean }
  | { readonly kind: 'cancelled' };

type Client = Pick<OAuthClient, 'clientId' | 'clientSecret'>;

const ACCESS_ONLY_ENDED: Problem = { code: 'access-token-ended', message: 'The access token of the file has ended, and the file has no refresh token.', hint: 'Re-authorize this account.' };
const FOREIGN: Problem = { code: 'credential-foreign', message: 'Google says that this token was made for another client than the file names.', hint: 'Import the right client, or sign in again here.' };

/**
 * Asks Google whether a credential still lives, what it may do and whose it is. A refresh token is tried by a refresh, which Google
 * does not count as a consent and which leaves the file good; an access token alone by tokeninfo.
 */
export async function probeCredential(deps: ProbeDeps, found: FoundCredential, client: Client, signal?: AbortSignal): Promise<Probe> {
  return found.refreshToken === null ? await probeAccessToken(deps, found, client, signal) : await probeRefreshToken(deps, found, found.refreshToken, client, signal);
}

async function probeRefreshToken(deps: ProbeDeps, found: FoundCredential, refreshToken: string, client: Client, signal?: AbortSignal): Promise<Probe> {
  const answer = await refreshTokens(deps, deps.endpoints(), client, refreshToken, signal);
  if (answer.kind !== 'ok') return await unhappy(answer, found);
  const response = answer.value;
  const scopes = response.scopes ?? found.scopes ?? [];
  const named = response.idToken === null ? null : checkIdToken(response.idToken, { clientId: client.clientId, issuers: deps.endpoints().issuers, nonce: null, now: deps.clock.now() });
  const account = named?.ok === true ? accountOf(named.value) : null;
  const email = account?.email ?? null;
  const who = email === null ? await askWho(deps, response.accessToken, scopes, signal) : null;
  const told = account === null ? who : { ...account, email: email ?? who?.email ?? null };
  if (signal?.aborted === true) return { kind: 'cancelled' };
  return { kind: 'alive', account: await accountFor(found, told), scopes, response, accessTokenExpiresAt: null };
}

async function probeAccessToken(deps: ProbeDeps, found: FoundCredential, client: Client, signal?: AbortSignal): Promise<Probe> {
  const token = found.accessToken ?? '';
  const answer: TokenAnswer<TokenInfo> = await askTokenInfo(deps, deps.endpoints(), token, signal);
  if (answer.kind === 'refused') return { kind: 'ended', account: await accountFor(found, null), why: ACCESS_ONLY_ENDED };
  if (answer.kind !== 'ok') return await unhappy(answer, found);
  const { audience, scopes, expiresIn, sub, email } = answer.value;
  if (audience !== client.clientId) return { kind: 'unknown', account: await accountFor(found, null), why: FOREIGN, offline: false };
  const told = sub === null || email === null ? null : { sub, email, name: null, hostedDomain: null };
  const account = told ?? (await askWho(deps, token, scopes, signal));
  if (signal?.aborted === true) return { kind: 'cancelled' };
  return { kind: 'alive', account: await accountFor(found, account), scopes, response: null, accessTokenExpiresAt: expiresIn === null ? null : deps.clock.now() + expiresIn * 1000 };
}

async function unhappy(answer: Exclude<TokenAnswer<unknown>, { readonly kind: 'ok' }>, found: FoundCredential): Promise<Probe> {
  switch (answer.kind) {
    case 'cancelled':
      return answer;
    case 'refused': {
      const why = problemOf(explainTokenRefusal(answer.refusal, 'refresh'));
      const account = await accountFor(found, null);
      return endsTheGrant(answer.refusal) ? { kind: 'ended', account, why } : { kind: 'unknown', account, why, offline: false };
    }
    case 'unavailable':
      return { kind: 'unknown', account: await accountFor(found, null), why: problemOf(explainUnavailable(answer.cause, 'refresh')), offline: true };
  }
}

/** Null when the scopes do not open anything that says whose the token is. The address of the main calendar is its owner's, but no `sub`. */
async function askWho(deps: ProbeDeps, accessToken: string, scopes: readonly string[], signal?: AbortSignal): Promise<Partial<GoogleAccount> | null> {
  const endpoints = deps.endpoints();
  if (scopes.some((scope) => /^openid$|\/auth\/userinfo\.(email|profile)$/.test(scope))) {
    const answer = await askUserInfo(deps, endpoints, accessToken, signal);
    if (answer.kind === 'ok' && answer.value.email !== null) return answer.value;
  }
  if (!scopes.some((scope) => scope.includes('/auth/calendar'))) return null;
  const answer = await getWithBearer(deps, `${endpoints.calendarBase}calendars/primary?fields=id`, accessToken, signal);
  const email = answer.kind === 'answer' && answer.status === 200 ? textOf(answer.json?.['id']) : null;
  return email === null || !email.includes('@') ? null : { email };
}

async function accountFor(found: FoundCredential, told: Partial<GoogleAccount> | null): Promise<ProbedAccount> {
  return {
    sub: told?.sub ?? (await unnamedSub(found.refreshToken ?? found.accessToken ?? '')),
    email: told?.email ?? found.email ?? UNKNOWN_ACCOUNT,
    name: told?.name ?? null,
    hostedDomain: told?.hostedDomain ?? null,
    namedByGoogle: typeof told?.email === 'string',
  };
}
