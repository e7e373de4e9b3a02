import type { OAuthClient } from '../clients/client.ts';
import type { Accepted } from '../grants/acceptor.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { exchangeForm, type CodeExchange } from './exchange.ts';
import type { FlowHop } from './flow-hop.ts';
import { TOKEN_REQUEST } from './flow-meanings.ts';
import { addressLine, described, hidden, shown, type FlowParameter } from './flow-parameters.ts';
import type { TokenAnswer, UnavailableCause } from './token-answer.ts';
import type { TokenResponse } from './token-response.ts';

type Untimed = Omit<FlowHop, 'at'>;

/** Step D of RFC 6749 figure 3. */
export function tokenRequestHop(endpoints: GoogleEndpoints, exchange: CodeExchange & { readonly client: OAuthClient }): Untimed {
  const parameters = described(Object.entries(exchangeForm(exchange)), TOKEN_REQUEST, secretsOf(exchange));
  const none = shown('client_secret', '(none)', 'The client file holds none; PKCE alone proves who asks.');
  return {
    kind: 'token-request',
    from: 'client',
    to: 'token',
    step: 'D',
    title: 'Token request',
    address: addressLine('POST', endpoints.token),
    parameters: exchange.client.clientSecret === null ? [...parameters, none] : parameters,
    note: 'Sent by Grantdesk itself, past the browser. A redirect would not have been followed.',
  };
}

/** Step E, or why there is none. */
export function tokenResponseHop(endpoints: GoogleEndpoints, answer: TokenAnswer<TokenResponse>): Untimed {
  const base = { kind: 'token-response', from: 'token', to: 'client', step: 'E', address: addressLine('POST', endpoints.token) } as const;
  switch (answer.kind) {
    case 'ok':
      return { ...base, title: 'Token answer', parameters: tokenParameters(answer.value), note: null };
    case 'refused': {
      const { status, error } = answer.refusal;
      return {
        ...base,
        title: 'Token request refused',
        parameters: [shown('error', error, 'Why there are no tokens.')],
        note: `HTTP ${String(status)}. The code is used up.`,
      };
    }
    case 'unavailable':
      return { ...base, title: 'No token answer', parameters: [], note: UNAVAILABLE[answer.cause] };
    case 'cancelled':
      return { ...base, title: 'Token request given up', parameters: [], note: 'Cancelled before the answer came.' };
  }
}

/** Whose tokens these are, and that they were stored. */
export function accountHops(endpoints: GoogleEndpoints, tokens: TokenResponse, { authorization, receipt, otherAccount }: Accepted): readonly Untimed[] {
  const fromIdToken = tokens.idToken !== null;
  const account: Untimed = {
    kind: 'account',
    from: fromIdToken ? 'token' : 'resource',
    to: 'client',
    step: 'E',
    title: fromIdToken ? 'Account read from the ID token' : 'Account asked for',
    address: fromIdToken ? null : addressLine('GET', endpoints.userinfo),
    parameters: [
      shown('sub', authorization.sub, 'The account’s number at Google. It stays when the address changes.'),
      shown('email', authorization.email, 'Its address now.'),
      ...(authorization.hostedDomain === null ? [] : [shown('hd', authorization.hostedDomain, 'Its Workspace domain.')]),
    ],
    note: fromIdToken ? 'Issuer, audience, expiry and nonce were checked.' : null,
  };
  const words = (name: string, scopes: readonly string[], meaning: string): readonly FlowParameter[] =>
    scopes.length === 0 ? [] : [shown(name, scopes.join(' '), meaning)];
  const stored: Untimed = {
    kind: 'stored',
    from: 'client',
    to: 'client',
    step: 'E',
    title: 'Stored in the vault',
    address: null,
    parameters: [
      ...words('granted', receipt.granted, 'What this authorization may do now.'),
      ...words('refused', receipt.refused, 'Asked for, and left unticked.'),
      ...words('unexpected', receipt.unexpected, 'Granted without having been asked for.'),
    ],
    note: otherAccount === null ? 'Encrypted on this computer.' : `Kept apart: ${otherAccount.actual} agreed, not ${otherAccount.expected}.`,
  };
  return [account, stored];
}

function tokenParameters({ accessToken, expiresIn, refreshToken, refreshTokenExpiresIn, scopes, idToken }: TokenResponse): readonly FlowParameter[] {
  const secrets = [accessToken, refreshToken, idToken].filter((one) => one !== null);
  return [
    hidden('access_token', accessToken, 'Opens the APIs for a while. It went into the vault.'),
    shown('token_type', 'Bearer', 'Whoever holds it may use it. Another type would have been refused.'),
    shown('expires_in', String(expiresIn), 'Seconds until the access token ends.'),
    refreshToken === null
      ? shown('refresh_token', '(absent)', 'None came, so the one stored before is kept; without one, access ends with the access token.')
      : hidden('refresh_token', refreshToken, 'Fetches new access tokens until it is revoked. It went into the vault.'),
    ...(refreshTokenExpiresIn === null
      ? []
      : [shown('refresh_token_expires_in', String(refreshTokenExpiresIn), 'Seconds until the sign-in itself ends.')]),
    scopes === null
      ? shown('scope', '(absent)', 'Not named, which means: all that was asked for.')
      : shown('scope', scopes.join(' '), 'What was granted. This is the list that counts.', secrets),
    idToken === null
      ? shown('id_token', '(absent)', 'None came, so the account is asked for.')
      : hidden('id_token', idToken, 'Says whose tokens these are, signed by Google.'),
  ];
}

function secretsOf({ code, verifier, client }: CodeExchange): readonly string[] {
  return [code, verifier, client.clientSecret].filter((one) => one !== null);
}

const UNAVAILABLE: Readonly<Record<UnavailableCause, string>> = {
  network: 'The network gave no answer.',
  timeout: 'No answer came in time.',
  server: 'Google’s server could not answer.',
  rate: 'Google asked to slow down.',
  foreign: 'What answered was not Google’s token endpoint.',
};
