import type { OAuthClient } from '../clients/client.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { clientCredentials } from './exchange.ts';
import { postForm, type OAuthHttp } from './post-form.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';
import { readTokenResponse, type TokenResponse } from './token-response.ts';

/**
 * A new access token for a refresh token. The answer has to be merged: it usually has no refresh token, and its scopes are
 * what is granted now. https://www.rfc-editor.org/rfc/rfc6749#section-6
 * @param scopes some of those granted, for an access token that can do less; the answer's scopes are then the token's, not the grant's
 */
export async function refreshTokens(
  http: OAuthHttp,
  endpoints: GoogleEndpoints,
  client: Pick<OAuthClient, 'clientId' | 'clientSecret'>,
  refreshToken: string,
  signal?: AbortSignal,
  scopes?: readonly string[],
): Promise<TokenAnswer<TokenResponse>> {
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken, ...clientCredentials(client), ...(scopes === undefined ? {} : { scope: scopes.join(' ') }) };
  return readTokenAnswer(await postForm(http, endpoints.token, form, signal), readTokenResponse);
}
