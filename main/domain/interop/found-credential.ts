import type { Problem } from '../shared/fault.ts';

/** Which program wrote a file, by its shape. */
export type CredentialFormat =
  /** oauth2client's Storage, 2013 to 4.1.3. */
  | 'oauth2client'
  | 'oauth2client-multistore'
  | 'oauth2client-multiprocess'
  /** google-auth, gcloud ADC: `"type": "authorized_user"`. */
  | 'authorized-user'
  /** google-auth's to_json(), GAM: the same without a type. */
  | 'python-token'
  /** google-auth-library's tokens as the Node quickstart stored them. */
  | 'node-token'
  /** The cache of oauth2l, `~/.oauth2l`. */
  | 'oauth2l'
  /** clasp, `~/.clasprc.json`. */
  | 'clasp';

/** One credential as a file holds it; everything is what the file claims, nothing was checked with Google. */
export interface FoundCredential {
  /** Null in a Node token file, which names no client. */
  readonly clientId: string | null;
  /** Secret. */
  readonly clientSecret: string | null;
  /** Secrets. */
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
  /** Milliseconds since the epoch; null when the file does not say. */
  readonly accessTokenExpiresAt: number | null;
  /** Scopes in full, as they were asked for; null when the file does not record them. */
  readonly scopes: readonly string[] | null;
  /** What the file says of the account; null when nothing. */
  readonly email: string | null;
  /** What is odd but harmless. */
  readonly notices: readonly Problem[];
}

export interface FoundCredentials {
  readonly format: CredentialFormat;
  /** At least one. */
  readonly credentials: readonly FoundCredential[];
  /** Entries of a store that hold no usable credential, each with its reason. */
  readonly skipped: readonly Problem[];
}
