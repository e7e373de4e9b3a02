import type { Problem } from '../shared/fault.ts';

/** An OAuth client as imported. Endpoints of the file are not kept: the app's own are used. */
export interface OAuthClient {
  readonly id: string;
  readonly clientId: string;
  readonly type: 'installed' | 'web';
  /** Secret: stays in the vault and in main. Null when the file had none. */
  readonly clientSecret: string | null;
  readonly projectId: string | null;
  readonly redirectUris: readonly string[];
  readonly notices: readonly Problem[];
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
}

/** Looks up the client of an authorization; null when it was removed. */
export interface ClientLookup {
  byId(id: string): Promise<OAuthClient | null>;
  /** By OAuth client id: a client that was removed and imported again has a new record. */
  byClientId(clientId: string): Promise<OAuthClient | null>;
}
