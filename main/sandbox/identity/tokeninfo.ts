import type { SandboxAccount } from '../accounts.ts';
import { identityOf } from '../auth/scopes.ts';
import { formOf, type Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import type { AccessRecord } from '../state/state.ts';
import type { World } from '../world.ts';

interface Told {
  readonly record: AccessRecord;
  readonly account: SandboxAccount;
}

/** The token a call asks about, in its query or form; undefined when it is unknown or expired. */
export function askedAbout(world: World, call: Call): Told | undefined {
  const token = call.query.get('access_token') ?? formOf(call)?.get('access_token') ?? '';
  const hash = hashSecret(token);
  const record = world.state.accessTokens.find((known) => known.hash === hash && known.expiresAt > world.now());
  const account = world.accountBySub(record?.sub ?? '');
  return record === undefined || account === undefined ? undefined : { record, account };
}

/** GET or POST /tokeninfo with `access_token`. Every value is a string. A bad token: 400 invalid_token. */
export function tokeninfo(world: World, call: Call): Reply {
  const told = askedAbout(world, call);
  if (told === undefined) return invalidToken();
  const { record, account } = told;
  const identity = identityOf(record.scopes);
  return json(200, {
    azp: record.clientId,
    aud: record.clientId,
    ...(identity.openid ? { sub: record.sub } : {}),
    scope: record.scopes.join(' '),
    exp: String(Math.floor(record.expiresAt / 1000)),
    expires_in: String(Math.floor((record.expiresAt - world.now()) / 1000)),
    ...(identity.email ? { email: account.email, email_verified: 'true' } : {}),
    access_type: record.offline ? 'offline' : 'online',
  });
}

export function invalidToken(): Reply {
  return json(400, { error: 'invalid_token', error_description: 'Invalid Value' });
}
