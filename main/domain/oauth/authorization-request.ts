import type { AttemptSecrets } from './attempt-secrets.ts';
import type { GoogleEndpoints } from './endpoints.ts';

export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  /** All wanted scopes, in full: incremental authorization does not exist for installed apps. */
  readonly scopes: readonly string[];
  readonly secrets: Pick<AttemptSecrets, 'state' | 'challenge' | 'nonce'>;
  /** True when the user may pick any account; false when it has to be the one in `loginHint`. */
  readonly chooseAccount: boolean;
  /** Email address or `sub`. */
  readonly loginHint: string | null;
}

/**
 * The address of Google's consent page. `include_granted_scopes` is left out on purpose: installed apps do not support it, and for a
 * Web client the full list is sent anyway, so that the answer never holds more than what was asked here.
 * `prompt` always has `consent`, or a Web client would get no refresh token the second time.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1, https://www.rfc-editor.org/rfc/rfc7636#section-4.3,
 * https://developers.google.com/identity/protocols/oauth2/native-app
 */
export function authorizationUrl(endpoints: GoogleEndpoints, request: AuthorizationRequest): string {
  const url = new URL(endpoints.authorization);
  url.search = new URLSearchParams({
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    scope: request.scopes.join(' '),
    code_challenge: request.secrets.challenge,
    code_challenge_method: 'S256',
    state: request.secrets.state,
    nonce: request.secrets.nonce,
    access_type: 'offline',
    prompt: request.chooseAccount ? 'select_account consent' : 'consent',
    ...(request.loginHint === null ? {} : { login_hint: request.loginHint }),
  }).toString();
  return url.href;
}
