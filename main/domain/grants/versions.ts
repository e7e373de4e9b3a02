import { projectNumberOf } from '../clients/project-number.ts';
import type { OAuthClient } from '../clients/client.ts';
import type { GoogleAccount } from '../oauth/account.ts';
import type { TokenResponse } from '../oauth/token-response.ts';
import type { Problem } from '../shared/fault.ts';
import type { Authorization } from './authorization.ts';

/** How many past access tokens are drawn. */
const MOST_LIVES = 200;

export interface Consent {
  readonly id: string;
  readonly account: GoogleAccount;
  readonly client: OAuthClient;
  readonly surface: 'app-window' | 'browser';
  readonly requested: readonly string[];
  readonly response: TokenResponse;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The authorization after a consent: a new one, or the old one of the same account and client with what the answer brought. */
export function afterConsent(current: Authorization | null, consent: Consent): Authorization {
  const { account, client, response, now } = consent;
  // A refresh token that Google has already turned down is not worth keeping.
  const kept = current?.mark === 'none' ? current.refreshToken : null;
  return {
    id: consent.id,
    sub: account.sub,
    email: account.email ?? current?.email ?? account.sub,
    name: account.name ?? current?.name ?? null,
    hostedDomain: account.hostedDomain,
    clientRef: client.id,
    clientId: client.clientId,
    projectNumber: projectNumberOf(client.clientId),
    requested: consent.requested,
    granted: response.scopes ?? consent.requested,
    ...tokensOf(response, now),
    refreshToken: response.refreshToken ?? kept,
    refreshTokenExpiresAt: endOfRefreshToken(response, kept === null ? null : current, now),
    idToken: response.idToken ?? current?.idToken ?? null,
    consentedAt: now,
    consentedIn: consent.surface,
    consents: (current?.consents ?? 0) + (response.refreshToken === null ? 0 : 1),
    lastRefreshedAt: current?.lastRefreshedAt ?? null,
    lastUsedAt: current?.lastUsedAt ?? null,
    tokenLives: current === null ? [] : livesWith(current, now),
    mark: 'none',
    markReason: null,
    offlineSince: null,
  };
}

/** Tokens as a file held them, or as the refresh with them brought them. */
export interface ImportedTokens {
  /** Secrets. */
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
  /** Milliseconds since the epoch. */
  readonly accessTokenIssuedAt: number | null;
  readonly accessTokenExpiresAt: number | null;
  readonly refreshTokenExpiresAt: number | null;
}

/** What is imported, and as what. */
export interface Import {
  readonly id: string;
  readonly account: Pick<Authorization, 'sub' | 'email' | 'name' | 'hostedDomain'>;
  readonly client: OAuthClient;
  /** As the file says they were asked for, and as Google says they are granted, or the file where Google was not reached. */
  readonly requested: readonly string[];
  readonly granted: readonly string[];
  readonly tokens: ImportedTokens;
  /** `sign-in-needed` when Google no longer accepts it. */
  readonly mark: 'none' | 'sign-in-needed';
  readonly markReason: Problem | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The authorization after a file of another program was imported: a new one, or the tokens of an ended one exchanged for those of the file. */
export function afterImport(current: Authorization | null, { account, client, tokens, now, ...of }: Import): Authorization {
  return {
    id: of.id,
    ...account,
    clientRef: client.id,
    clientId: client.clientId,
    projectNumber: projectNumberOf(client.clientId),
    requested: of.requested,
    granted: of.granted,
    ...tokens,
    consentedAt: now,
    consentedIn: 'file',
    consents: tokens.refreshToken === null ? 0 : 1,
    lastRefreshedAt: tokens.accessTokenIssuedAt,
    lastUsedAt: current?.lastUsedAt ?? null,
    tokenLives: current === null ? [] : livesWith(current, now),
    mark: of.mark,
    markReason: of.markReason,
    offlineSince: null,
  };
}

/** The authorization after a refresh: what the answer does not mention stays. A success also clears a mark. */
export function afterRefresh(current: Authorization, response: TokenResponse, now: number): Authorization {
  return {
    ...current,
    ...tokensOf(response, now),
    granted: response.scopes ?? current.granted,
    refreshToken: response.refreshToken ?? current.refreshToken,
    refreshTokenExpiresAt: endOfRefreshToken(response, current, now),
    idToken: response.idToken ?? current.idToken,
    lastRefreshedAt: now,
    tokenLives: livesWith(current, now),
    mark: 'none',
    markReason: null,
    offlineSince: null,
  };
}

/** The authorization after its grant is gone: the tokens go, the record stays until it is forgotten. */
export function afterRevoke(current: Authorization, reason: Problem, now: number): Authorization {
  return {
    ...current,
    accessToken: null,
    refreshToken: null,
    idToken: null,
    accessTokenIssuedAt: null,
    accessTokenExpiresAt: null,
    refreshTokenExpiresAt: null,
    // A revoke ends every refresh token of the grant.
    consents: 0,
    tokenLives: livesWith(current, now),
    mark: 'revoked',
    markReason: reason,
    offlineSince: null,
  };
}

function tokensOf(response: TokenResponse, now: number): Pick<Authorization, 'accessToken' | 'accessTokenIssuedAt' | 'accessTokenExpiresAt'> {
  return {
    accessToken: response.accessToken,
    accessTokenIssuedAt: now,
    accessTokenExpiresAt: now + response.expiresIn * 1000,
  };
}

/** A new refresh token without a named end has none; a kept one keeps its own. */
function endOfRefreshToken(response: TokenResponse, current: Authorization | null, now: number): number | null {
  if (response.refreshTokenExpiresIn !== null) return now + response.refreshTokenExpiresIn * 1000;
  return response.refreshToken === null ? (current?.refreshTokenExpiresAt ?? null) : null;
}

function livesWith(current: Authorization, now: number): Authorization['tokenLives'] {
  const { accessTokenIssuedAt: from, accessTokenExpiresAt: end } = current;
  if (from === null || end === null) return current.tokenLives;
  return [...current.tokenLives, { from, to: Math.max(from, Math.min(end, now)) }].slice(-MOST_LIVES);
}
