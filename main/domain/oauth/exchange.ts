import type { OAuthClient } from '../clients/client.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { postForm, type OAuthHttp } from './post-form.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';
import { readTokenResponse, type TokenResponse } from './token-response.ts';

export interface CodeExchange {
  readonly client: Pick<OAuthClient, 'clientId' | 'clientSecret'>;
  /** Already URL-decoded, once. */
  readonly code: string;
  readonly verifier: string;
  /** Byte for byte the one of the authorization request. */
  readonly redirectUri: string;
}

/**
 * Trades the code for tokens. Never tried twice: a code works once, and a repeat would revoke what the first gave.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3, https://www.rfc-editor.org/rfc/rfc7636#section-4.5
 */
export async function exchangeCode(
  http: OAuthHttp,
  endpoints: GoogleEndpoints,
  exchange: CodeExchange,
  signal?: AbortSignal,
): Promise<TokenAnswer<TokenResponse>> {
  const form = {
    grant_type: 'authorization_code',
    code: exchange.code,
    code_verifier: exchange.verifier,
    redirect_uri: exchange.redirectUri,
    ...clientCredentials(exchange.client),
  };
  return readTokenAnswer(await postForm(http, endpoints.token, form, signal), readTokenResponse);
}

/** In the body, as Google documents it. https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
export function clientCredentials(client: Pick<OAuthClient, 'clientId' | 'clientSecret'>): Record<string, string> {
  return { client_id: client.clientId, ...(client.clientSecret === null ? {} : { client_secret: client.clientSecret }) };
}
