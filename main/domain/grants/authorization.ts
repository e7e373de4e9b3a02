import type { Problem } from '../shared/fault.ts';

/** One Google account × one client, as stored in the vault. Times are milliseconds since the epoch. */
export interface Authorization {
  /** Stable: derived from `sub` and the client id, so that a second consent finds the first. */
  readonly id: string;
  /** Google's, or one of ours when nobody named the account (account-name.ts). */
  readonly sub: string;
  readonly email: string;
  readonly name: string | null;
  readonly hostedDomain: string | null;
  /** Record id of the client. */
  readonly clientRef: string;
  /** OAuth client id, kept in case the client is removed. */
  readonly clientId: string;
  /** Digits before the first dash of the client id: a revoke kills every grant of this project. */
  readonly projectNumber: string | null;
  /** Full scopes as last asked, and as Google last said they are granted. */
  readonly requested: readonly string[];
  readonly granted: readonly string[];
  /** Secrets. */
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
  readonly accessTokenIssuedAt: number | null;
  readonly accessTokenExpiresAt: number | null;
  /** From refresh_token_expires_in; null when Google did not name an end. */
  readonly refreshTokenExpiresAt: number | null;
  readonly consentedAt: number;
  /** `file`: imported from another program's file; `consentedAt` is then when that was. */
  readonly consentedIn: 'app-window' | 'browser' | 'file';
  /** Consents that gave a refresh token since the grant began: Google keeps 100 of those for an account and a client, and drops the oldest. */
  readonly consents: number;
  readonly lastRefreshedAt: number | null;
  readonly lastUsedAt: number | null;
  readonly tokenLives: readonly { readonly from: number; readonly to: number }[];
  /** `revoked` and `sign-in-needed` are marks: the record stays until the user forgets it. */
  readonly mark: 'none' | 'sign-in-needed' | 'revoked';
  readonly markReason: Problem | null;
  /** The last attempt to reach Google failed on the network; cleared by the next answer. */
  readonly offlineSince: number | null;
}
