import { formOf, type Call } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { takeFault } from '../take-fault.ts';
import type { World } from '../world.ts';
import { authenticateClient } from './client-auth.ts';
import { exchangeCode } from './code-grant.ts';
import { refresh } from './refresh-grant.ts';
import { tokenError } from './token-error.ts';
import { tokenFaultEffect } from './token-fault.ts';

/** POST /token, form-encoded only; JSON with no-store. Error codes as Google's (RFC 6749 §5.2). */
export function tokenEndpoint(world: World, call: Call): Reply {
  const fault = takeFault(world, 'token');
  const effect = fault === undefined ? undefined : tokenFaultEffect(fault);
  if (effect?.kind === 'answer') return effect.reply;
  const reply = answer(world, call);
  return effect === undefined ? reply : effect.alter(reply);
}

function answer(world: World, call: Call): Reply {
  const form = formOf(call);
  if (form === undefined) return tokenError(400, 'invalid_request', 'The body must be application/x-www-form-urlencoded.');
  const repeated = [...new Set(form.keys())].find((name) => form.getAll(name).length > 1);
  if (repeated !== undefined) return tokenError(400, 'invalid_request', `Parameter sent more than once: ${repeated}`);
  const grantType = form.get('grant_type');
  if (grantType === null || grantType === '') return tokenError(400, 'invalid_request', 'Missing required parameter: grant_type');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') {
    return tokenError(400, 'unsupported_grant_type', `Invalid grant_type: ${grantType.slice(0, 60)}`);
  }
  const client = authenticateClient(world, call, form);
  if ('status' in client) return client;
  return grantType === 'authorization_code' ? exchangeCode(world, client, form) : refresh(world, client, form);
}
