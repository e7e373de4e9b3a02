import { decodeBase64Url } from '../shared/base64url.ts';

/** The longest code whose length fits one byte; Google's are under 32 characters. */
const LONGEST = 127;
/** Base64url letters that hold tag, length and the longest code. */
const PREFIX = Math.ceil(((LONGEST + 2) * 8) / 6);
const FIRST_FIELD_STRING = 0x0a;

/**
 * The error code inside the `authError` parameter of Google's error page: field 1 of a protobuf message, base64url.
 * Only the code is read: the rest is localised text and an echo of the request, `state` included. A cut or escaped value still decodes.
 * @returns `disallowed_useragent`, `redirect_uri_mismatch`, …; null when there is no code to read
 */
export function decodeAuthError(value: string): string | null {
  const letters = value
    .replaceAll(/%3d/gi, '=')
    .replace(/=.*$/s, '')
    .replaceAll(/[+ ]/g, '-')
    .replaceAll('/', '_')
    .slice(0, PREFIX);
  const bytes = decodeBase64Url(letters.length % 4 === 1 ? letters.slice(0, -1) : letters);
  if (bytes === null) return null;
  const length = bytes[1];
  if (bytes[0] !== FIRST_FIELD_STRING || length === undefined || length > LONGEST || bytes.length < length + 2) return null;
  const code = String.fromCharCode(...bytes.subarray(2, 2 + length));
  return /^[a-z_]+$/.test(code) ? code : null;
}
