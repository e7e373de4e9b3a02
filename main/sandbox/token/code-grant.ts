import { createHash } from 'node:crypto';
import type { Reply } from '../http/reply.ts';
import { hashSecret, sameSecret } from '../state/secrets.ts';
import type { CodeRecord, SandboxClient } from '../state/state.ts';
import type { World } from '../world.ts';
import { issueTokens } from './issue.ts';
import { tokenError } from './token-error.ts';

/** grant_type=authorization_code (RFC 6749 §4.1.3, RFC 7636 §4.6). A code works once, for 10 minutes, for its client and redirect URI. */
export function exchangeCode(world: World, client: SandboxClient, form: URLSearchParams): Reply {
  const code = form.get('code');
  if (code === null || code === '') return tokenError(400, 'invalid_request', 'Missing required parameter: code');
  // A code that was percent-encoded twice, or cut, is told apart from an old one.
  if (!/^4\/0A[A-Za-z0-9_-]{40,}$/.test(code)) return tokenError(400, 'invalid_grant', 'Malformed auth code.');
  const record = world.state.codes.find((known) => known.hash === hashSecret(code));
  if (record === undefined || record.used || record.expiresAt <= world.now() || record.clientId !== client.clientId) {
    return tokenError(400, 'invalid_grant', 'Bad Request');
  }
  if (form.get('redirect_uri') !== record.redirectUri) return tokenError(400, 'redirect_uri_mismatch', 'Bad Request');
  const verifierProblem = checkVerifier(record, form.get('code_verifier'));
  if (verifierProblem !== undefined) return tokenError(400, 'invalid_grant', verifierProblem);

  record.used = true;
  return issueTokens(world, {
    client,
    sub: record.sub,
    scopes: record.scopes,
    offline: record.offline,
    nonce: record.nonce,
    withRefreshToken: record.offline && !world.faults.noRefreshToken,
  });
}

function checkVerifier(record: CodeRecord, verifier: string | null): string | undefined {
  if (record.challenge === null) return undefined;
  if (verifier === null || verifier === '') return 'Missing code verifier.';
  const derived = record.challengeMethod === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  return sameSecret(derived, record.challenge) ? undefined : 'Invalid code verifier.';
}
