import { decodeClientFile } from '../clients/client-text.ts';
import { field } from '../clients/json-field.ts';
import { parseClientFile } from '../clients/parse-client-file.ts';
import { problem } from '../clients/problem-list.ts';
import type { CredentialFormat, FoundCredential } from '../interop/found-credential.ts';
import { emailOf } from '../interop/file-id-token.ts';
import { looksLikePickle } from '../interop/pickle.ts';
import { readCredentials } from '../interop/read-credentials.ts';
import { readScopeList } from '../interop/scope-list.ts';
import type { Problem } from '../shared/fault.ts';
import { parseJsonObject, textOf } from '../shared/guards.ts';
import type { Classified, CredentialSummary, FindingKind } from './finding.ts';
import { isGooglesClient, isGooglesCredential } from './google-marks.ts';

/** Where the bytes lay: the name of the file, and those of the folders around it, the nearest last. */
export interface Where {
  readonly name: string;
  readonly folders: readonly string[];
}

/** @returns null for what is no credential of Google. Nothing in a file is loaded, and no token leaves this function. */
export function classify(bytes: Uint8Array, where: Where): Classified | null {
  return locked(bytes, where) ?? pickle(bytes, where) ?? credentials(bytes, where);
}

/** Stores of other programs that only those programs open. */
function locked(bytes: Uint8Array, { name, folders }: Where): Classified | null {
  const folder = folders.at(-1) ?? '';
  if (begins(bytes, 'SQLite format 3\0') && folder === 'gcloud') return { kind: 'gcloud-store', credentials: [], named: null, note: GCLOUD_STORE };
  if (folder.startsWith('gws') && name === '.encryption_key') return /^[A-Za-z0-9+/]{43}=\s*$/.test(latin1(bytes, 64)) ? { kind: 'gws-key', credentials: [], named: null, note: GWS_KEY } : null;
  if (folder.startsWith('gws') && bytes.length > 28 && bytes[0] !== 0x7b) return { kind: 'gws', credentials: [], named: null, note: GWS_SEALED };
  if (bytes[0] === 0xac && bytes[1] === 0xed && latin1(bytes, bytes.length).includes('com.google.api.client.auth.oauth2.StoredCredential')) {
    return { kind: 'java-store', credentials: [], named: null, note: JAVA_STORE };
  }
  return null;
}

function pickle(bytes: Uint8Array, { folders, name }: Where): Classified | null {
  if (!looksLikePickle(bytes)) return null;
  const text = latin1(bytes, bytes.length);
  if (!/google\.oauth2\.credentials|oauth2client\.client/.test(text)) return null;
  const kind = name === '.gcalcli_oauth' || /^\.?gcalcli$/.test(folders.at(-1) ?? '') ? 'gcalcli' : 'python-pickle';
  // Its strings can be seen without loading it; an address is cut short only by a byte that no scope has.
  const scopes = readScopeList([...text.matchAll(/https:\/\/(?:www\.googleapis\.com\/auth\/[\w.\-/]+|mail\.google\.com\/)/g)].map(([scope]) => scope));
  return { kind, credentials: [], named: scopes, note: PICKLE };
}

function credentials(bytes: Uint8Array, where: Where): Classified | null {
  const read = readCredentials(bytes);
  if (read.ok) {
    const own = read.value.credentials.filter(isGooglesCredential);
    // An older address of Google in the file is worth no word here.
    const [note = null] = [...read.value.skipped, ...own.flatMap(({ notices }) => notices).filter(({ code }) => code !== 'token-endpoint-old')];
    return own.length === 0 ? null : { kind: kindOf(read.value.format, where), credentials: own.map(summary), named: null, note };
  }
  switch (read.error.code) {
    case 'credential-file-client':
      return clientFile(bytes);
    case 'credential-service-account':
      return serviceAccountFile(bytes, read.error);
    case 'credential-file-cut-off':
    case 'credential-key-missing':
      return MARKS.test(latin1(bytes, bytes.length)) ? { kind: 'damaged', credentials: [], named: null, note: problem(read.error.code, read.error.message, 'What is left of it may still open the account: move it to the bin.') } : null;
    default:
      return null;
  }
}

/** Signs of a secret of Google in a text that is not whole. */
const MARKS = /\.apps\.googleusercontent\.com|ya29\.|"1\/\/0|GOCSPX-/;

function kindOf(format: CredentialFormat, { name, folders }: Where): FindingKind {
  if (folders.includes('gcloud') && (name.startsWith('application_default_credentials.json') || name === 'adc.json')) return 'gcloud-adc';
  if (folders.at(-1)?.startsWith('gws') === true) return 'gws';
  if (name === 'oauth2.txt') return 'gam';
  switch (format) {
    case 'oauth2client-multistore':
    case 'oauth2client-multiprocess':
      return 'oauth2client';
    case 'authorized-user':
      return name.startsWith('application_default_credentials.json') ? 'gcloud-adc' : format;
    default:
      return format;
  }
}

function summary({ clientId, email, scopes }: FoundCredential): CredentialSummary {
  return { clientId, email, scopes };
}

function clientFile(bytes: Uint8Array): Classified | null {
  const text = decodeClientFile(bytes);
  const parsed = text.ok ? parseClientFile(text.value, 0) : text;
  if (!parsed.ok || !isGooglesClient(parsed.value.clientId)) return null;
  return { kind: 'client-file', credentials: [], named: null, note: parsed.value.clientSecret === null ? NO_SECRET : CLIENT_FILE };
}

/** The address of a service account is its name, no secret. */
function serviceAccountFile(bytes: Uint8Array, fault: Problem): Classified {
  const value = parseJsonObject(new TextDecoder().decode(bytes));
  const email = value === null ? null : emailOf({ email: textOf(field(value, 'client_email')) });
  const words = email === null ? fault.message : `The key of the service account ${email}, which works without anybody’s consent.`;
  return { kind: 'service-account', credentials: [], named: null, note: problem('service-account', words, 'Out of reach here: delete the key in the Google Cloud console, under IAM & Admin, Service accounts.') };
}

function begins(bytes: Uint8Array, text: string): boolean {
  return latin1(bytes, text.length) === text;
}

/** Bytes as characters, one each: for looking at what is no text. */
function latin1(bytes: Uint8Array, most: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, most));
}

const CONNECTIONS = 'To end it, remove the app on the page of your Google Account that lists connections.';
const GCLOUD_STORE = problem('gcloud-store', 'gcloud’s own store of the accounts it is signed in with, which cannot be opened here.', 'End it with “gcloud auth revoke --all”.');
const GWS_KEY = problem('gws-key', 'The key that opens the encrypted credentials beside it: whoever can read both has the account.', 'End it with “gws auth logout”, or keep both for their owner alone.');
const GWS_SEALED = problem('gws-sealed', 'Encrypted by gws, so it cannot be opened here; with the key file beside it that protects nothing.', CONNECTIONS);
const JAVA_STORE = problem('java-store', 'Tokens as Google’s library for Java keeps them, which cannot be opened here.', CONNECTIONS);
const PICKLE = problem('python-pickle', 'A Python pickle: loading one can run any program, so it is not opened here.', CONNECTIONS);
const CLIENT_FILE = problem('client-file', 'It opens nobody’s account by itself, but lets others ask for consent in this app’s name.', null);
const NO_SECRET = problem('client-file', 'It has no secret in it, and opens nothing by itself.', null);
