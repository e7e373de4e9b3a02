import { numberOf, textOf, wordsOf, type JsonObject } from '../shared/guards.ts';

/** A success answer of the token endpoint. https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
export interface TokenResponse {
  readonly accessToken: string;
  /** Seconds from now. */
  readonly expiresIn: number;
  /** What is granted now; null when the server did not say, which means: what was asked. */
  readonly scopes: readonly string[] | null;
  /** Null when there is none in this answer: then the stored one stays. */
  readonly refreshToken: string | null;
  /** Seconds from now; null when the refresh token has no named end. */
  readonly refreshTokenExpiresIn: number | null;
  readonly idToken: string | null;
}

/** Google's usual lifetime, for a server that names none. */
const USUAL_LIFETIME = 3600;

/** Unknown members are ignored. @returns null when it is not a Bearer token answer */
export function readTokenResponse(body: JsonObject): TokenResponse | null {
  const accessToken = textOf(body['access_token']);
  const type = textOf(body['token_type']);
  if (accessToken === null || (type !== null && type.toLowerCase() !== 'bearer')) return null;
  const scope = body['scope'];
  return {
    accessToken,
    expiresIn: Math.max(0, numberOf(body['expires_in']) ?? USUAL_LIFETIME),
    scopes: typeof scope === 'string' ? wordsOf(scope) : null,
    refreshToken: textOf(body['refresh_token']),
    refreshTokenExpiresIn: numberOf(body['refresh_token_expires_in']),
    idToken: textOf(body['id_token']),
  };
}
