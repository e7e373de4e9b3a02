import { field } from '../clients/json-field.ts';
import { problem } from '../clients/problem-list.ts';
import { fail, ok, type Outcome, type Problem } from '../shared/fault.ts';
import { isObject, parseJsonObject, type JsonObject } from '../shared/guards.ts';
import type { CredentialFormat, FoundCredential, FoundCredentials } from './found-credential.ts';
import { readOauth2client } from './oauth2client.ts';

/** Far more accounts than one file ever held. */
const MOST_ENTRIES = 2000;

/** oauth2client's multistore_file, version 1: `data` is a list of keys with their credentials. Faults: `credential-store-…`. */
export function readMultistore(value: JsonObject): Outcome<FoundCredentials> {
  const data = field(value, 'data');
  if (!Array.isArray(data)) return fail('credential-store-unreadable', 'This is a store of oauth2client, but its list of credentials is missing.', 'Look for a whole copy of the file.');
  return readEntries('oauth2client-multistore', data.map((entry: unknown) => (isObject(entry) ? field(entry, 'credential') : undefined)));
}

/** oauth2client's multiprocess_file_storage, version 2: each credential is JSON in base64. Faults: `credential-store-…`. */
export function readMultiprocess(value: JsonObject): Outcome<FoundCredentials> {
  const credentials = field(value, 'credentials');
  if (!isObject(credentials)) return fail('credential-store-unreadable', 'This is a store of oauth2client, but its credentials are missing.', 'Look for a whole copy of the file.');
  return readEntries('oauth2client-multiprocess', Object.values(credentials).map(decodeEntry));
}

function decodeEntry(entry: unknown): unknown {
  if (typeof entry !== 'string') return undefined;
  try {
    const bytes = Uint8Array.from(atob(entry), (character) => character.charCodeAt(0));
    return parseJsonObject(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? undefined;
  } catch {
    return undefined;
  }
}

function readEntries(format: CredentialFormat, entries: readonly unknown[]): Outcome<FoundCredentials> {
  return collectEntries(format, entries.map((entry) => (isObject(entry) ? readOauth2client(entry) : fail('credential-entry-unreadable', 'It cannot be read.'))));
}

/** What could be read of a store; it is refused only when that is nothing. Faults: `credential-store-…`, or that of its first entry. */
export function collectEntries(format: CredentialFormat, entries: readonly Outcome<FoundCredential>[]): Outcome<FoundCredentials> {
  if (entries.length > MOST_ENTRIES) return fail('credential-store-too-large', `This store holds more than ${MOST_ENTRIES} credentials.`, 'Import it in parts.');
  const credentials: FoundCredential[] = [];
  const skipped: Problem[] = [];
  entries.forEach((read, index) => {
    if (read.ok) credentials.push(read.value);
    else skipped.push(problem(read.error.code, `Entry ${index + 1} was left out. ${read.error.message}`, read.error.hint));
  });
  if (credentials.length > 0) return ok({ format, credentials, skipped });
  const [first] = skipped;
  return first === undefined
    ? fail('credential-store-empty', 'This store holds no credential.', 'Sign in again, here or in the program that uses it.')
    : fail(first.code, `No credential of this store can be used. ${first.message}`, first.hint, skipped);
}
