import { field } from '../clients/json-field.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { readNodeToken } from './authorized-user.ts';
import type { FoundCredential, FoundCredentials } from './found-credential.ts';
import { collectEntries } from './stores.ts';

/**
 * clasp keeps one file: from version 3 on `tokens` with a credential for each name, before that `token` beside the client's settings.
 * Its oldest file has the tokens of the Node library and nothing else, and is read as such.
 * https://github.com/google/clasp/blob/master/src/auth/file_credential_store.ts
 */
export function isClasp(value: JsonObject): boolean {
  const tokens = field(value, 'tokens');
  if (isObject(tokens)) return Object.values(tokens).some(isObject);
  return isObject(field(value, 'token')) && isObject(field(value, 'oauth2ClientSettings'));
}

/** Faults: `credential-store-…`, `credential-without-tokens`. */
export function readClasp(value: JsonObject): Outcome<FoundCredentials> {
  const tokens = field(value, 'tokens');
  if (isObject(tokens)) {
    return collectEntries('clasp', Object.values(tokens).filter((one) => one !== null).map((one) => (isObject(one) ? readEntry(one, one, ['client_id', 'client_secret']) : UNREADABLE)));
  }
  const token = field(value, 'token');
  const settings = field(value, 'oauth2ClientSettings');
  if (!isObject(token) || !isObject(settings)) return UNREADABLE;
  return collectEntries('clasp', [readEntry(token, settings, ['clientId', 'clientSecret'])]);
}

const UNREADABLE = fail('credential-entry-unreadable', 'It cannot be read.');

function readEntry(token: JsonObject, client: JsonObject, [id, secret]: readonly [string, string]): Outcome<FoundCredential> {
  const read = readNodeToken(token);
  return read.ok ? ok({ ...read.value, clientId: textOf(field(client, id)), clientSecret: textOf(field(client, secret)) }) : read;
}
