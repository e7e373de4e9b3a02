import { endGrant } from '../auth/grants.ts';
import { formOf, type Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import { takeFault } from '../take-fault.ts';
import type { World } from '../world.ts';
import { tokenError } from './token-error.ts';
import { tokenFaultEffect } from './token-fault.ts';

/**
 * POST /revoke with `token` (access or refresh) in the body, or in the query as Google's page shows. Ends everything the account allowed the
 * whole project. 400 invalid_token when it is gone already. https://developers.google.com/identity/protocols/oauth2/native-app#tokenrevoke
 */
export function revoke(world: World, call: Call): Reply {
  const fault = takeFault(world, 'revoke');
  const effect = fault === undefined ? undefined : tokenFaultEffect(fault);
  if (effect?.kind === 'answer') return effect.reply;
  const reply = answer(world, call);
  return effect === undefined ? reply : effect.alter(reply);
}

function answer(world: World, call: Call): Reply {
  const token = formOf(call)?.get('token') ?? call.query.get('token');
  if (token === null || token === '') return tokenError(400, 'invalid_request', 'Missing required parameter: token');
  const hash = hashSecret(token);
  const now = world.now();
  const owner =
    world.state.refreshTokens.find((known) => known.hash === hash && (known.expiresAt === null || known.expiresAt > now)) ??
    world.state.accessTokens.find((known) => known.hash === hash && known.expiresAt > now);
  if (owner === undefined) return tokenError(400, 'invalid_token', 'Token expired or revoked');
  endGrant(world.state, owner.projectNumber, owner.sub);
  world.changed();
  return json(200, {});
}
