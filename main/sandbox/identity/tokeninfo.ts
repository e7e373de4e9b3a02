import { identityOf } from '../auth/scopes.ts';
import { formOf, type Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import type { World } from '../world.ts';

/** GET or POST /tokeninfo with `access_token`. Every value is a string. A bad token: 400 invalid_token. */
export function tokeninfo(world: World, call: Call): Reply {
  const token = call.query.get('access_token') ?? formOf(call)?.get('access_token') ?? '';
  const now = world.now();
  const hash = hashSecret(token);
  const record = world.state.accessTokens.find((known) => known.hash === hash && known.expiresAt > now);
  const account = world.accountBySub(record?.sub ?? '');
  if (record === undefined || account === undefined) return json(400, { error: 'invalid_token', error_description: 'Invalid Value' });
  const identity = identityOf(record.scopes);
  return json(200, {
    azp: record.clientId,
    aud: record.clientId,
    ...(identity.openid ? { sub: record.sub } : {}),
    scope: record.scopes.join(' '),
    exp: String(Math.floor(record.expiresAt / 1000)),
    expires_in: String(Math.floor((record.expiresAt - now) / 1000)),
    ...(identity.email ? { email: account.email, email_verified: 'true' } : {}),
    access_type: record.offline ? 'offline' : 'online',
  });
}
