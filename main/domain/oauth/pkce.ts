import { encodeBase64Url } from '../shared/base64url.ts';
import type { Random } from '../shared/ports.ts';

/** A code verifier of 43 characters from 32 random bytes. https://www.rfc-editor.org/rfc/rfc7636#section-4.1 */
export function makeVerifier(random: Random): string {
  return encodeBase64Url(random.bytes(32));
}

/** The S256 code challenge of a verifier; `plain` is never used. https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return encodeBase64Url(new Uint8Array(digest));
}
