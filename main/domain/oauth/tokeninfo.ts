import { numberOf, textOf, wordsOf, type JsonObject } from '../shared/guards.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { postForm, type OAuthHttp } from './post-form.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';

/** What Google says of an access token. */
export interface TokenInfo {
  /** Client id the token was made for. */
  readonly audience: string | null;
  readonly scopes: readonly string[];
  /** Seconds left. */
  readonly expiresIn: number | null;
  readonly sub: string | null;
  readonly email: string | null;
}

/**
 * Asks with the token in the body, so that it stands in no address or log. All members come as text.
 * https://developers.google.com/identity/openid-connect/reference
 */
export async function askTokenInfo(
  http: OAuthHttp,
  endpoints: GoogleEndpoints,
  accessToken: string,
  signal?: AbortSignal,
): Promise<TokenAnswer<TokenInfo>> {
  return readTokenAnswer(await postForm(http, endpoints.tokeninfo, { access_token: accessToken }, signal), readTokenInfo);
}

function readTokenInfo(body: JsonObject): TokenInfo | null {
  const scope = body['scope'];
  if (typeof scope !== 'string') return null;
  return {
    audience: textOf(body['aud']) ?? textOf(body['azp']),
    scopes: wordsOf(scope),
    expiresIn: numberOf(body['expires_in']),
    sub: textOf(body['sub']),
    email: textOf(body['email']),
  };
}
