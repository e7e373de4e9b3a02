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
  if (ends === null) return refuse('id-token-expired', 'The ID token of the answer does not say when it ends.');
  if (ends * 1000 + LEEWAY < expected.now) return wrongClock('id-token-expired', expected.now - (began ?? ends) * 1000);
  if (began !== null && began * 1000 - LEEWAY > expected.now) return wrongClock('id-token-from-future', expected.now - began * 1000);
  if (textOf(claims['sub']) === null) return refuse('id-token-malformed', 'The ID token of the answer names no account.');
  return ok(claims);
}

/**
 * The answer came a moment ago: when it seems to be of another time, this computer's clock is wrong.
 * @param ahead milliseconds by which the clock is ahead of Google's; negative when it is behind
 */
function wrongClock(code: string, ahead: number): Outcome<never> {
  const how = `${span(Math.abs(ahead))} ${ahead < 0 ? 'behind' : 'ahead of'} Google’s`;
  return refuse(code, `The clock of this computer is about ${how}, so its answer cannot be checked.`, 'Nothing was stored. Set date and time of this computer, then start again.');
}

function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}

function refuse(code: string, message: string, hint = 'Nothing was stored. Start again.'): Outcome<never> {
  return fail(code, message, hint);
}
