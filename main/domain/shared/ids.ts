import { encodeBase64Url } from './base64url.ts';
import { toHex, utf8 } from './bytes.ts';
import type { Random } from './ports.ts';

/** 128 random bits as text that is safe in a URL path and on a command line. */
export function randomId(random: Random): string {
  return encodeBase64Url(random.bytes(16));
}

/** The id of a new client. Hex, because ids become file names and some file systems do not tell upper from lower case. */
export function newClientId(random: Random): string {
  return `client-${toHex(random.bytes(16))}`;
}

/**
 * The id of an authorization: the same Google account with the same client always gives the same id. Hex, as above.
 * @param sub the account's `sub`; an email address may change hands, `sub` does not
 */
export async function authorizationId(sub: string, clientId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(JSON.stringify([clientId, sub])));
  return `authorization-${toHex(new Uint8Array(digest).subarray(0, 16))}`;
}
