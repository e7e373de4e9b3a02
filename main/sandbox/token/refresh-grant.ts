import { readScopes } from '../auth/scopes.ts';
import type { Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import type { SandboxClient } from '../state/state.ts';
import type { World } from '../world.ts';
import { issueTokens } from './issue.ts';
import { tokenError } from './token-error.ts';

/** grant_type=refresh_token (RFC 6749 §6). The refresh token stays the same unless the rotate fault is on. */
export function refresh(world: World, client: SandboxClient, form: URLSearchParams): Reply {
  const token = form.get('refresh_token');
  if (token === null || token === '') return tokenError(400, 'invalid_request', 'Missing required parameter: refresh_token');
  const record = world.state.refreshTokens.find((known) => known.hash === hashSecret(token));
  if (record === undefined || (record.expiresAt !== null && record.expiresAt <= world.now())) {
    return tokenError(400, 'invalid_grant', 'Token has been expired or revoked.');
  }
  if (record.clientId !== client.clientId) return tokenError(400, 'invalid_grant', 'Bad Request');

  const asked = form.get('scope');
  const narrowed = asked === null || asked === '' ? record.scopes : readScopes(asked).valid;
  if (narrowed.some((scope) => !record.scopes.includes(scope)) || (asked !== null && readScopes(asked).invalid.length > 0)) {
    return tokenError(400, 'invalid_scope', 'Some requested scopes were invalid.');
  }
  const rotates = world.faults.rotateRefreshToken;
  if (rotates) world.state.refreshTokens = world.state.refreshTokens.filter((known) => known !== record);
  return issueTokens(world, {
    client,
    sub: record.sub,
    scopes: narrowed,
    refreshScopes: record.scopes,
    offline: true,
    nonce: null,
    withRefreshToken: rotates,
  });
}
