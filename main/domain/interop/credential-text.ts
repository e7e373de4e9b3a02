import { fail, ok, type Outcome } from '../shared/fault.ts';
import { looksLikePickle } from './pickle.ts';

/** Real files have 0.2 to 20 kB; stores of many accounts a few hundred. */
export const MAX_CREDENTIAL_FILE_BYTES = 5 * 1024 * 1024;

const KINDS = 'Choose a credential that oauth2client, google-auth, gcloud or google-auth-library wrote.';

/**
 * The JSON value in a credential file. No message of the JSON parser is passed on: it quotes the file, and the file holds secrets.
 * Faults: `credential-file-empty`, `-too-large`, `-pickle`, `-utf16`, `-not-text`, `-cut-off`, `-not-json`.
 */
export function readCredentialJson(bytes: Uint8Array): Outcome<unknown> {
  if (bytes.byteLength > MAX_CREDENTIAL_FILE_BYTES) {
    return fail('credential-file-too-large', 'This file is larger than 5 MB, so it is no stored credential.', KINDS);
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return fail('credential-file-utf16', 'This file is written in UTF-16, which cannot be read here.', 'Save it as UTF-8.');
  }
  if (looksLikePickle(bytes)) {
    return fail(
      'credential-file-pickle',
      'This is a Python pickle, and loading one can run any program, so it is not opened.',
      'In the script that wrote it, save credentials.to_json() instead and import that, or sign in again here.',
    );
  }
  const text = decode(bytes);
  return text === null ? fail('credential-file-not-text', 'This file is not text, so it is no stored credential.', KINDS) : parse(text);
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.trim();
  } catch {
    return null;
  }
}

function parse(text: string): Outcome<unknown> {
  if (text === '') {
    return fail('credential-file-empty', 'This file is empty: a program that was stopped while saving leaves it so.', 'Sign in again, here or in that program.');
  }
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return /^[{[]/.test(text) && !/[}\]]$/.test(text)
      ? fail('credential-file-cut-off', 'The JSON in this file ends in the middle: a part of it is missing.', 'Look for an older copy, or sign in again here.')
      : fail('credential-file-not-json', 'This file is not JSON, so it is no stored credential that can be read.', KINDS);
  }
}
