import type { OAuthClient } from '../../clients/client.ts';
import type { Authorization } from '../../grants/authorization.ts';
import { CLIENT_MISSING, faultOfMark } from '../../grants/grant-faults.ts';
import { fail, ok, type Outcome } from '../../shared/fault.ts';

/** All that a file of another program needs to go on alone. */
export interface Exportable {
  readonly authorization: Authorization;
  readonly client: OAuthClient;
  /** Secrets. */
  readonly refreshToken: string;
  readonly clientSecret: string;
}

/** Faults: those of a marked authorization, `export-no-refresh-token`, `client-missing`, `export-no-client-secret`. */
export function exportableOf(authorization: Authorization, client: OAuthClient | null): Outcome<Exportable> {
  const marked = faultOfMark(authorization);
  if (marked !== null) return { ok: false, error: marked };
  const { refreshToken } = authorization;
  if (refreshToken === null) {
    return fail('export-no-refresh-token', 'There is no refresh token, so a file would be of no use after the hour is over.', 'Re-authorize this account first.');
  }
  if (client === null) return { ok: false, error: CLIENT_MISSING };
  const { clientSecret } = client;
  if (clientSecret === null) {
    return fail('export-no-client-secret', 'This client has no secret, and the other programs cannot renew a token without one.', 'Import a client file that has it.');
  }
  return ok({ authorization, client, refreshToken, clientSecret });
}
