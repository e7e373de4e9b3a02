import { textOf, type JsonObject } from '../shared/guards.ts';

/** Which of Google's cases a refusal is; told by codes, and by `error_description` only where one code stands for several cases. */
export type RefusalDetail =
  | 'client-secret-missing'
  | 'client-secret-wrong'
  | 'client-unknown'
  | 'code-malformed'
  | 'verifier-wrong'
  | 'expired-or-revoked'
  | 'reauthentication'
  | 'none';

/** An error answer of the token, revocation or tokeninfo endpoint, without the server's own words. */
export interface TokenRefusal {
  readonly status: number;
  /** `invalid_grant`, …; `unknown_oauth_error` when it does not look like a code. */
  readonly error: string;
  readonly detail: RefusalDetail;
}

const DETAILS: readonly (readonly [RegExp, RefusalDetail])[] = [
  [/client_secret is missing/i, 'client-secret-missing'],
  [/client secret is invalid/i, 'client-secret-wrong'],
  [/client was not found/i, 'client-unknown'],
  [/malformed auth code/i, 'code-malformed'],
  [/code verifier/i, 'verifier-wrong'],
  [/invalid_rapt|rapt_required|reauth related/i, 'reauthentication'],
  [/expired or revoked/i, 'expired-or-revoked'],
];

/**
 * https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 * @returns null when the body has no `error`: then it is not an answer of the endpoint but of something in between
 */
export function readRefusal(status: number, body: JsonObject): TokenRefusal | null {
  const description = textOf(body['error_description']) ?? '';
  const error = textOf(body['error']) ?? (description === 'Invalid Value' ? 'invalid_token' : null);
  if (error === null) return null;
  const subtype = textOf(body['error_subtype']) ?? '';
  const detail = DETAILS.find(([pattern]) => pattern.test(subtype) || pattern.test(description))?.[1] ?? 'none';
  return { status, error: /^[a-z_]{1,64}$/.test(error) ? error : 'unknown_oauth_error', detail };
}
