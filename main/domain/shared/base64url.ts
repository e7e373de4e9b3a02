import { toBase64, type Bytes } from './bytes.ts';

/** Base64url without padding. https://www.rfc-editor.org/rfc/rfc4648#section-5 */
export function encodeBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Reads base64url, with or without padding, also cut short: bits left over at the end are dropped, which `fromBase64` refuses.
 * @returns null for anything that is not base64url
 */
export function decodeBase64Url(text: string): Bytes | null {
  const bare = text.replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9_-]*$/.test(bare) || bare.length % 4 === 1) return null;
  return Uint8Array.from(atob(bare.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
