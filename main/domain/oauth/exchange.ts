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
  return readTokenAnswer(await postForm(http, endpoints.token, exchangeForm(exchange), signal), readTokenResponse);
}

/** What is posted. It holds secrets. */
export function exchangeForm({ code, verifier, redirectUri, client }: CodeExchange): Record<string, string> {
  return { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri, ...clientCredentials(client) };
}

/** In the body, as Google documents it. https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
export function clientCredentials(client: Pick<OAuthClient, 'clientId' | 'clientSecret'>): Record<string, string> {
  return { client_id: client.clientId, ...(client.clientSecret === null ? {} : { client_secret: client.clientSecret }) };
}
