import type { GoogleEndpoints } from './endpoints.ts';
import { postForm, type OAuthHttp } from './post-form.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';

/**
 * Ends the whole grant of this account to the client's Cloud project, other clients of the project included. The token goes in the
 * body, never in the address. A token that Google no longer knows counts as done: `alreadyRevoked`.
 * https://www.rfc-editor.org/rfc/rfc7009#section-2.1, https://developers.google.com/identity/protocols/oauth2/native-app#tokenrevoke
 * @param token the refresh token when there is one, else the access token
 */
export async function revokeToken(
  http: OAuthHttp,
  endpoints: GoogleEndpoints,
  token: string,
  signal?: AbortSignal,
): Promise<TokenAnswer<{ readonly alreadyRevoked: boolean }>> {
  // The status says it all; the body of a success is empty, {} or anything but a web page.
  const answer = readTokenAnswer(await postForm(http, endpoints.revocation, { token }, signal), () => ({ alreadyRevoked: false }));
  if (answer.kind === 'refused' && answer.refusal.error === 'invalid_token') return { kind: 'ok', value: { alreadyRevoked: true } };
  return answer;
}
