import type { Problem } from '../shared/fault.ts';

/** Publishing status of the consent screen, as its owner told. `internal`: only for accounts of the same organization. */
export type Publishing = 'testing' | 'production' | 'internal';

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
  /** Absent: nobody told. */
  readonly publishing?: Publishing | undefined;
}

/** Looks up the client of an authorization; null when it was removed. */
export interface ClientLookup {
  byId(id: string): Promise<OAuthClient | null>;
  /** By OAuth client id: a client that was removed and imported again has a new record. */
  byClientId(clientId: string): Promise<OAuthClient | null>;
}
