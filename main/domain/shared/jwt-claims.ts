import { decodeBase64Url } from './base64url.ts';
import { parseJsonObject, type JsonObject } from './guards.ts';

/**
 * The claims of a JWT, in the order they stand. The signature is not looked at: callers say why that is enough.
 * https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 * @returns null when it is not a JWT with a JSON object inside
 */
export function decodeJwtClaims(jwt: string): JsonObject | null {
  const parts = jwt.split('.');
  const payload = parts[1];
  if (parts.length !== 3 || payload === undefined) return null;
  const bytes = decodeBase64Url(payload);
  if (bytes === null) return null;
  try {
    return parseJsonObject(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
