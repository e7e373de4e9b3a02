import { encodeBase64Url } from '../shared/base64url.ts';
import type { Random } from '../shared/ports.ts';
import { challengeOf, makeVerifier } from './pkce.ts';

/** What binds one authorization request to one answer. Lives in the memory of main only, and only until the answer. */
export interface AttemptSecrets {
  /** 256 random bits. https://www.rfc-editor.org/rfc/rfc6749#section-10.12 */
  readonly state: string;
  readonly verifier: string;
  readonly challenge: string;
  /** https://openid.net/specs/openid-connect-core-1_0.html#NonceNotes */
  readonly nonce: string;
}

export async function makeAttemptSecrets(random: Random): Promise<AttemptSecrets> {
  const verifier = makeVerifier(random);
  return {
    state: encodeBase64Url(random.bytes(32)),
    verifier,
    challenge: await challengeOf(verifier),
    nonce: encodeBase64Url(random.bytes(16)),
  };
}
