import { encodeBase64Url } from './base64url.ts';
import type { Random } from './ports.ts';

/** 128 random bits as text that is safe in a URL path and on a command line. */
export function randomId(random: Random): string {
  return encodeBase64Url(random.bytes(16));
}

/**
 * The id of an authorization: the same Google account with the same client always gives the same id.
 * Hex, because ids become file names and some file systems do not tell upper from lower case.
 * @param sub the account's `sub`; an email address may change hands, `sub` does not
 */
export async function authorizationId(sub: string, clientId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([clientId, sub])));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `authorization-${hex.slice(0, 32)}`;
}
