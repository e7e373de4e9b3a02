import { field } from '../clients/json-field.ts';
import { fromBase64, fromUtf8 } from '../shared/bytes.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import { isObject, parseJsonObject, textOf, type JsonObject } from '../shared/guards.ts';
import { readExpiry } from './expiry.ts';
import type { FoundCredential, FoundCredentials } from './found-credential.ts';
import { serviceAccount } from './out-of-reach.ts';
import { readScopeList } from './scope-list.ts';
import { collectEntries } from './stores.ts';

/**
 * The cache of oauth2l is one object: each key is the question as JSON (credential file, scopes, audience), each value the answer, a
 * JSON token in base64. https://github.com/google/oauth2l/blob/master/util/cache.go
 */
export function isOauth2l(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key.startsWith('{"CredentialsJSON":'));
}

/** Faults: `credential-store-…`, `credential-service-account`, `credential-without-tokens`. */
export function readOauth2l(value: JsonObject): Outcome<FoundCredentials> {
  return collectEntries('oauth2l', Object.entries(value).map(([key, token]) => readEntry(parseJsonObject(key), tokenIn(token))));
}

function tokenIn(value: unknown): JsonObject | null {
  const bytes = typeof value === 'string' ? fromBase64(value) : null;
  if (bytes === null) return null;
  try {
    return parseJsonObject(fromUtf8(bytes));
  } catch {
    return null;
  }
}

function readEntry(key: JsonObject | null, token: JsonObject | null): Outcome<FoundCredential> {
  if (key === null || token === null) return fail('credential-entry-unreadable', 'It cannot be read.');
  const file = parseJsonObject(textOf(field(key, 'CredentialsJSON')) ?? '');
  if (file !== null && field(file, 'type') === 'service_account') return serviceAccount('service_account');
  const accessToken = textOf(field(token, 'AccessToken'));
  const refreshToken = textOf(field(token, 'RefreshToken'));
  if (accessToken === null && refreshToken === null) return fail('credential-without-tokens', 'There is no token in it.');
  const client = clientIn(file);
  const expiry = readExpiry(field(token, 'Expiry'));
  return ok({
    clientId: textOf(field(client, 'client_id')),
    clientSecret: textOf(field(client, 'client_secret')),
    accessToken,
    // An authorized_user file is itself the refresh token that the answer came from.
    refreshToken: refreshToken ?? textOf(field(client, 'refresh_token')),
    idToken: null,
    // Go writes a moment that was never set as the year 1.
    accessTokenExpiresAt: expiry.at !== null && expiry.at > 0 ? expiry.at : null,
    scopes: readScopeList(field(key, 'Scope')),
    email: null,
    notices: expiry.notice === null ? [] : [expiry.notice],
  });
}

/** The client inside a client file; of an authorized_user file the file itself. */
function clientIn(file: JsonObject | null): JsonObject {
  const inner = file === null ? undefined : (field(file, 'installed') ?? field(file, 'web') ?? file);
  return isObject(inner) ? inner : {};
}
