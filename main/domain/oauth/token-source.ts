import type { Outcome } from '../shared/fault.ts';

/** Gives the Transport a Bearer token; implemented by the grants. */
export interface TokenSource {
  /**
   * A token with at least a minute left, refreshed early and in single flight.
   * @param stale the token that an API just answered with 401: forces one refresh unless a newer one is already there
   * Faults: `sign-in-needed`, `revoked`, `offline`, `refresh-failed`, `client-missing`, `vault-…`, `cancelled`.
   */
  accessToken(authorizationId: string, options?: { readonly stale?: string; readonly signal?: AbortSignal }): Promise<Outcome<string>>;
}
