import { field } from '../clients/json-field.ts';
import { isObject, textOf } from '../shared/guards.ts';
import { decodeJwtClaims } from '../shared/jwt-claims.ts';

/** A JWT of three parts, else null. Its signature is not looked at: it only says whose credential this claims to be. */
export function readIdToken(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && text.length <= 16_384 && decodeJwtClaims(text) !== null ? text : null;
}

/** The address in decoded claims, or in a JWT. */
export function emailOf(claims: unknown): string | null {
  const read = typeof claims === 'string' ? decodeJwtClaims(claims) : claims;
  const email = isObject(read) ? textOf(field(read, 'email')) : null;
  return email !== null && email.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}
