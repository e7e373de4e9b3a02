import { field } from '../clients/json-field.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import { numberOf, textOf, type JsonObject } from '../shared/guards.ts';
import { readExpiry } from './expiry.ts';
import { emailOf, readIdToken } from './file-id-token.ts';
import type { FoundCredential } from './found-credential.ts';
import { endpointNotice } from './oauth2client.ts';
import { readScopeList } from './scope-list.ts';

/**
 * `authorized_user` of google-auth and gcloud, the same without a type (google-auth's to_json(), GAM), with or without an access token.
 * Fault: `credential-key-missing`.
 */
export function readAuthorizedUser(value: JsonObject): Outcome<FoundCredential> {
  const missing = ['client_id', 'client_secret', 'refresh_token'].filter((key) => textOf(field(value, key)) === null);
  if (missing.length > 0) {
    return fail('credential-key-missing', `In this credential of google-auth there is no ${missing.join(' and no ')}.`, 'Look for a whole copy of the file, or sign in again here.');
  }
  const expiry = readExpiry(field(value, 'expiry') ?? field(value, 'token_expiry'));
  const idToken = readIdToken(field(value, 'id_token_jwt')) ?? readIdToken(field(value, 'id_token'));
  return ok({
    clientId: textOf(field(value, 'client_id')),
    clientSecret: textOf(field(value, 'client_secret')),
    accessToken: textOf(field(value, 'token')) ?? textOf(field(value, 'access_token')),
    refreshToken: textOf(field(value, 'refresh_token')),
    idToken,
    accessTokenExpiresAt: expiry.at,
    scopes: readScopeList(field(value, 'scopes')),
    email: emailOf({ email: field(value, 'account') }) ?? emailOf(idToken) ?? emailOf(field(value, 'decoded_id_token')),
    notices: [expiry.notice, endpointNotice(field(value, 'token_uri'))].filter((one) => one !== null),
  });
}

/** The tokens of google-auth-library as the Node quickstart stored them: no client in it. Fault: `credential-without-tokens`. */
export function readNodeToken(value: JsonObject): Outcome<FoundCredential> {
  const accessToken = textOf(field(value, 'access_token'));
  const refreshToken = textOf(field(value, 'refresh_token'));
  if (accessToken === null && refreshToken === null) {
    return fail('credential-without-tokens', 'There is no token in this file, neither an access token nor a refresh token.', 'Sign in again here.');
  }
  const expiresAt = numberOf(field(value, 'expiry_date'));
  const idToken = readIdToken(field(value, 'id_token'));
  return ok({
    clientId: null,
    clientSecret: null,
    accessToken,
    refreshToken,
    idToken,
    // Milliseconds, since dates of this millennium have 13 digits.
    accessTokenExpiresAt: expiresAt !== null && expiresAt > 1e11 && expiresAt < 1e14 ? expiresAt : null,
    scopes: readScopeList(field(value, 'scope')),
    email: emailOf(idToken),
    notices: [],
  });
}
