import { fail, ok, type Outcome } from '../shared/fault.ts';

/** Client files have 400 to 600 bytes; a mebibyte is far beyond any real one. */
export const MAX_CLIENT_FILE_BYTES = 1024 * 1024;

const DOWNLOAD = 'In the Google Cloud console open Credentials, choose the OAuth client and download its JSON file.';
const SAVE_AS_UTF8 = 'Save it as UTF-8, or download it again from the Google Cloud console.';

/**
 * Reads the bytes of a client file as text. Checks the size before anything is decoded.
 * Faults: `client-file-too-large`, `client-file-utf16`, `client-file-not-text`.
 */
export function decodeClientFile(bytes: Uint8Array): Outcome<string> {
  if (bytes.byteLength > MAX_CLIENT_FILE_BYTES) return tooLarge();
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return utf16();
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail('client-file-not-text', 'This file is not text, so it is no OAuth client file.', DOWNLOAD);
  }
}

/**
 * Takes the text of a client file apart as JSON. A byte order mark in front is accepted.
 * No message of the JSON parser is passed on: it quotes the file, and the file holds a secret.
 * Faults: `client-file-too-large`, `client-file-empty`, `client-file-utf16`, `client-file-plist`, `client-file-cut-off`, `client-file-not-json`.
 */
export function parseJsonText(text: string): Outcome<unknown> {
  // One UTF-16 unit is at least one byte of UTF-8, so this never refuses a file of the allowed size.
  if (text.length > MAX_CLIENT_FILE_BYTES) return tooLarge();
  // What UTF-16 looks like after it was read as UTF-8: a broken mark, or a NUL beside every character.
  if (text.startsWith('\uFFFD\uFFFD') || text.slice(0, 64).includes('\0')) return utf16();
  const json = text.replace(/^\uFEFF+/, '').trim();
  if (json === '') return fail('client-file-empty', 'This is empty: there is no OAuth client in it.', DOWNLOAD);
  try {
    return ok(JSON.parse(json));
  } catch {
    return notJson(json);
  }
}

function notJson(text: string): Outcome<never> {
  if (/^<\?xml|^<!DOCTYPE plist|^<plist/i.test(text) && text.includes('CLIENT_ID')) {
    return fail(
      'client-file-plist',
      'This is the property list of an iOS client, which cannot be used on a desktop.',
      'In the Google Cloud console create an OAuth client of the type Desktop app and import that one.',
    );
  }
  if (/^[{[]/.test(text) && !/[}\]]$/.test(text)) {
    return fail('client-file-cut-off', 'The JSON ends in the middle: a part of it is missing.', 'Copy the whole file, or download it again.');
  }
  return fail('client-file-not-json', 'This is not JSON, so it is no OAuth client file.', DOWNLOAD);
}

function tooLarge(): Outcome<never> {
  return fail('client-file-too-large', 'This is larger than 1 MiB, so it is no OAuth client file.', `A real one has about 500 bytes. ${DOWNLOAD}`);
}

function utf16(): Outcome<never> {
  return fail('client-file-utf16', 'This file is written in UTF-16, which cannot be read here.', SAVE_AS_UTF8);
}
