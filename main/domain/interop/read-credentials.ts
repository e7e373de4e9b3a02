import { field } from '../clients/json-field.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import { isObject, type JsonObject } from '../shared/guards.ts';
import { readAuthorizedUser, readNodeToken } from './authorized-user.ts';
import { readCredentialJson } from './credential-text.ts';
import type { CredentialFormat, FoundCredential, FoundCredentials } from './found-credential.ts';
import { readOauth2client } from './oauth2client.ts';
import { serviceAccount } from './out-of-reach.ts';
import { readMultiprocess, readMultistore } from './stores.ts';

/**
 * Reads a credential file of another program, as text only: nothing it names is loaded, no address in it is used.
 * Faults, one clear sentence each: those of readCredentialJson and of each format, `credential-file-…` for what it is instead.
 */
export function readCredentials(bytes: Uint8Array): Outcome<FoundCredentials> {
  const json = readCredentialJson(bytes);
  if (!json.ok) return json;
  const value = json.value;
  if (!isObject(value)) return fail('credential-file-not-object', 'This is JSON, but no stored credential.', KINDS);
  return readObject(value);
}

/** Whether a file is a stored credential, usable or not, and nothing else. For anything else its own reader has the better words. */
export function looksLikeCredential(bytes: Uint8Array): boolean {
  const read = readCredentials(bytes);
  return read.ok || read.error.code === 'credential-file-pickle' || !read.error.code.startsWith('credential-file-');
}

const KINDS = 'A credential of oauth2client, google-auth, gcloud or google-auth-library is a JSON object with tokens in it.';

function readObject(value: JsonObject): Outcome<FoundCredentials> {
  const has = (name: string): boolean => field(value, name) !== undefined;
  const type = field(value, 'type');
  if (type === 'service_account' || (has('private_key') && has('client_email'))) return serviceAccount('service_account');
  if (type === 'external_account' || type === 'impersonated_service_account' || type === 'gdch_service_account') return serviceAccount(type);
  if (has('installed') || has('web')) {
    return fail('credential-file-client', 'This is an OAuth client file, not a stored credential.', 'Import it under Clients, then sign in.');
  }
  if (field(value, 'file_version') === 1 && has('data')) return readMultistore(value);
  if (field(value, 'file_version') === 2 && has('credentials')) return readMultiprocess(value);
  if (has('_class') || has('_module') || (has('token_uri') && has('access_token') && has('invalid'))) return single('oauth2client', readOauth2client(value));
  if (type === 'authorized_user') return single('authorized-user', readAuthorizedUser(value));
  if (has('client_id') && (has('refresh_token') || has('token') || has('access_token'))) return single('python-token', readAuthorizedUser(value));
  if (has('access_token') || has('refresh_token')) return single('node-token', readNodeToken(value));
  return fail('credential-file-unknown', 'This JSON is no stored credential: there are no tokens in it.', KINDS);
}

function single(format: CredentialFormat, read: Outcome<FoundCredential>): Outcome<FoundCredentials> {
  return read.ok ? ok({ format, credentials: [read.value], skipped: [] }) : read;
}
