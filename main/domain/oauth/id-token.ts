import { fail, ok, type Outcome } from '../shared/fault.ts';
import { numberOf, textOf, type JsonObject } from '../shared/guards.ts';
import { decodeJwtClaims } from '../shared/jwt-claims.ts';

/** Milliseconds by which clocks may differ. */
const LEEWAY = 5 * 60_000;

export interface IdTokenExpectation {
  readonly clientId: string;
  readonly issuers: readonly string[];
  /** The one of the authorization request; null when there was none (a refresh). */
  readonly nonce: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The checked claims of an ID token that came straight from the token endpoint over TLS; there OpenID Connect lets the signature go
 * unchecked. `iss` may lack its scheme (Google's older form). A `nonce` must match when it is there.
 * https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 */
export function checkIdToken(idToken: string, expected: IdTokenExpectation): Outcome<JsonObject> {
  const claims = decodeJwtClaims(idToken);
  if (claims === null) return refuse('id-token-malformed', 'The ID token of the answer cannot be read.');
  const issuers: readonly unknown[] = expected.issuers.flatMap((issuer) => [issuer, issuer.replace(/^https:\/\//, '')]);
  if (!issuers.includes(claims['iss'])) return refuse('id-token-issuer', 'The ID token of the answer was not made by Google.');
  const audience: unknown = claims['aud'];
  const audiences: readonly unknown[] = Array.isArray(audience) ? (audience as readonly unknown[]) : [audience];
  const foreign = audiences.length > 1 && claims['azp'] !== expected.clientId;
  if (!audiences.includes(expected.clientId) || foreign) {
    return refuse('id-token-audience', 'The ID token of the answer was made for another client.');
  }
  if (expected.nonce !== null && claims['nonce'] !== undefined && claims['nonce'] !== expected.nonce) {
    return refuse('id-token-nonce', 'The ID token of the answer belongs to another attempt.');
  }
  const ends = numberOf(claims['exp']);
  const began = numberOf(claims['iat']);
  if (ends === null || ends * 1000 + LEEWAY < expected.now) {
    return refuse('id-token-expired', 'The ID token of the answer has already ended.', 'Check date and time of this computer, then start again.');
  }
  if (began !== null && began * 1000 - LEEWAY > expected.now) {
    return refuse('id-token-from-future', 'The ID token of the answer is from the future.', 'Check date and time of this computer, then start again.');
  }
  if (textOf(claims['sub']) === null) return refuse('id-token-malformed', 'The ID token of the answer names no account.');
  return ok(claims);
}

function refuse(code: string, message: string, hint = 'Nothing was stored. Start again.'): Outcome<never> {
  return fail(code, message, hint);
}
