import type { Meanings } from './flow-parameters.ts';

/** https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1, RFC 7636 section 4.3, OpenID Connect Core 3.1.2.1, and Google's own additions. */
export const REQUEST: Meanings = {
  client_id: { means: 'Which client asks. Public, not a secret.' },
  redirect_uri: { means: 'Where the answer is to come back to. The exchange must name the same address.' },
  response_type: { means: '“code”: the browser carries a code only, never a token.' },
  scope: { means: 'What is asked for, in full, sign-in included.' },
  code_challenge: { means: 'The hash of a secret kept here (PKCE). Whoever steals the code cannot use it without that secret.', secret: true },
  code_challenge_method: { means: '“S256”: the challenge is a SHA-256 hash of the secret.' },
  state: { means: 'A random value that only an answer to this request can know.', secret: true },
  nonce: { means: 'A random value that must stand in the ID token, so that it cannot be one of another sign-in.', secret: true },
  access_type: { means: '“offline”: a refresh token is wanted, for access while you are away.' },
  prompt: { means: 'Which pages Google shows in any case. Without “consent” a Web client would get no new refresh token.' },
  login_hint: { means: 'The account that is expected. Google preselects it; another one can still be chosen.' },
};

/** RFC 6749 section 4.1.2, RFC 9207, and what Google adds. */
export const REDIRECT: Meanings = {
  code: { means: 'Worth tokens once, for a few minutes, and only together with the secret kept here.', secret: true },
  state: { means: 'Matched: this is the answer to the request above.', secret: true },
  iss: { means: 'Who answers. It was compared with Google’s own name (RFC 9207).' },
  scope: { means: 'What was agreed to, as the browser carried it. The token answer below is what counts.' },
  authuser: { means: 'Which of the accounts signed in to the browser was used, by number.' },
  prompt: { means: 'The pages Google showed.' },
  hd: { means: 'The Workspace domain of the account.' },
  error: { means: 'Why there is no code.' },
  error_description: { means: 'The same in Google’s words.' },
  error_subtype: { means: 'The same, in more detail.' },
  error_uri: { means: 'A page of Google’s about this error. It was not opened.' },
};

/** RFC 6749 section 4.1.3, RFC 7636 section 4.5. */
export const TOKEN_REQUEST: Meanings = {
  grant_type: { means: '“authorization_code”: a code is traded for tokens.' },
  code: { means: 'The code that came back. It is sent once and never again.', secret: true },
  code_verifier: { means: 'The secret behind the challenge of the request (PKCE).', secret: true },
  redirect_uri: { means: 'The same as in the request, byte for byte.' },
  client_id: { means: 'Which client the code was given to.' },
  client_secret: { means: 'The client’s own password. On a computer it cannot really be kept, which is why PKCE is there as well.', secret: true },
};
