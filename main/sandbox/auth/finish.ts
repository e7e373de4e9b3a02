import type { SandboxAccount } from '../accounts.ts';
import { empty, type Reply } from '../http/reply.ts';
import { findClient } from '../state/clients.ts';
import { hashSecret } from '../state/secrets.ts';
import type { World } from '../world.ts';
import type { AuthorizationRequest } from './check-request.ts';
import { addGrant, grantedScopes } from './grants.ts';
import { redirectBack } from './redirect-back.ts';

const codeLifeMs = 10 * 60 * 1000;

/** Consent was given for these scopes: note the grant, make a code, send it back. Nothing granted at all counts as a refusal. */
export async function finish(
  world: World,
  request: AuthorizationRequest,
  account: SandboxAccount,
  scopes: readonly string[],
  prompt: 'consent' | 'none',
  status: 302 | 303,
): Promise<Reply> {
  const client = findClient(world.state, request.clientId);
  if (client === undefined) return empty(410);
  if (scopes.length === 0) return redirectBack(world, request, { error: 'access_denied' }, status);

  const before = grantedScopes(world.state, client.projectNumber, account.sub);
  addGrant(world.state, client.projectNumber, account.sub, scopes);
  const all = request.includeGranted ? [...new Set([...before, ...scopes])] : [...scopes];
  // Desktop clients always get a refresh token, Web clients only the first time or when consent was asked for by name.
  const again = client.kind === 'web' && before.length > 0 && !request.prompts.includes('consent');
  const code = world.mint.code();
  world.state.codes.push({
    hash: hashSecret(code),
    clientId: client.clientId,
    projectNumber: client.projectNumber,
    sub: account.sub,
    scopes: all,
    redirectUri: request.redirectUri,
    challenge: request.challenge,
    challengeMethod: request.challengeMethod,
    nonce: request.nonce,
    offline: request.offline && !again,
    expiresAt: world.now() + codeLifeMs,
    used: false,
  });
  world.changed();
  return redirectBack(
    world,
    request,
    { code, scope: all.join(' '), authuser: '0', ...(account.domain === null ? {} : { hd: account.domain }), prompt },
    status,
  );
}
