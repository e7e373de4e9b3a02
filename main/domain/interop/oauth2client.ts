import { field } from '../clients/json-field.ts';
import { problem } from '../clients/problem-list.ts';
import { fail, ok, type Outcome, type Problem } from '../shared/fault.ts';
import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { readExpiry } from './expiry.ts';
import { emailOf, readIdToken } from './file-id-token.ts';
import type { FoundCredential } from './found-credential.ts';
import { serviceAccount } from './out-of-reach.ts';
import { readScopeList } from './scope-list.ts';

/** Keys without which oauth2client itself does not load a credential; null is a value. */
const REQUIRED = ['access_token', 'client_id', 'client_secret', 'refresh_token', 'token_expiry', 'token_uri', 'user_agent', 'invalid'];

/** Google's token endpoints of the library's versions. */
const TOKEN_URIS: ReadonlySet<string> = new Set([
  'https://accounts.google.com/o/oauth2/token',
  'https://www.googleapis.com/oauth2/v4/token',
  'https://www.googleapis.com/oauth2/v3/token',
  'https://oauth2.googleapis.com/token',
]);
const CURRENT_TOKEN_URI = 'https://oauth2.googleapis.com/token';

/**
 * One credential as oauth2client's to_json() wrote it, in any version. `_class` and `_module` are labels: nothing is loaded by them.
 * Faults: `credential-key-missing`, `credential-service-account`, `credential-without-tokens`.
 */
export function readOauth2client(value: JsonObject): Outcome<FoundCredential> {
  const label = textOf(field(value, '_class'));
  if (label !== null && /ServiceAccount|SignedJwt|AppAssertion|Devshell/.test(label)) return serviceAccount(label);
  // Of an access token alone the library keeps less.
  const needed = label === 'AccessTokenCredentials' ? ['access_token'] : REQUIRED;
  const missing = needed.filter((key) => field(value, key) === undefined);
  if (missing.length > 0) {
    return fail('credential-key-missing', `In this credential of oauth2client ${listed(missing)} missing.`, 'Look for a whole copy of the file, or sign in again here.');
  }
  const accessToken = textOf(field(value, 'access_token'));
  const refreshToken = textOf(field(value, 'refresh_token'));
  if (accessToken === null && refreshToken === null) {
    return fail('credential-without-tokens', 'There is no token in this credential, neither an access token nor a refresh token.', 'Sign in again here.');
  }
  const expiry = readExpiry(field(value, 'token_expiry'));
  const response = field(value, 'token_response');
  const scopes = readScopeList(field(value, 'scopes'));
  const idToken = readIdToken(field(value, 'id_token_jwt'));
  return ok({
    clientId: textOf(field(value, 'client_id')),
    clientSecret: textOf(field(value, 'client_secret')),
    accessToken,
    refreshToken,
    idToken,
    accessTokenExpiresAt: expiry.at,
    // Before 1.5.2 only the last answer says what was granted.
    scopes: scopes ?? (isObject(response) ? readScopeList(field(response, 'scope')) : null),
    email: emailOf(field(value, 'id_token')) ?? emailOf(idToken),
    notices: [expiry.notice, endpointNotice(field(value, 'token_uri')), invalidNotice(field(value, 'invalid'))].filter((one) => one !== null),
  });
}

/** The file's own address of the token endpoint is never used: it could lead anywhere. */
export function endpointNotice(value: unknown): Problem | null {
  if (value === undefined || value === null || value === CURRENT_TOKEN_URI) return null;
  const known = typeof value === 'string' && TOKEN_URIS.has(value);
  return known
    ? problem('token-endpoint-old', `The file names Google’s older token address ${value}.`, `Grantdesk uses ${CURRENT_TOKEN_URI}; exports name it too.`)
    : problem('token-endpoint-foreign', 'The file names a token address that is not Google’s.', 'It is not used: Grantdesk only talks to Google’s own hosts.');
}

function invalidNotice(value: unknown): Problem | null {
  return value === true
    ? problem('marked-invalid', 'The program that wrote this file had marked the credential as invalid.', 'That can come from a passing outage: Google is asked.')
    : null;
}

function listed(keys: readonly string[]): string {
  return keys.length === 1 ? `${keys[0] ?? ''} is` : `${keys.slice(0, -1).join(', ')} and ${keys.at(-1) ?? ''} are`;
}
