import { encodeBase64Url } from '../shared/base64url.ts';

/** A JWT with these claims and a signature that means nothing. */
export function jwt(claims: unknown): string {
  const part = (value: unknown): string => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}
