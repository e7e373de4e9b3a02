import { nameOf } from '../accounts.ts';
import { callerOf } from '../api/bearer.ts';
import { identityOf } from '../auth/scopes.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import type { World } from '../world.ts';

/** GET /v1/userinfo with a Bearer token that holds openid. https://developers.google.com/identity/openid-connect/reference */
export function userinfo(world: World, call: Call): Reply {
  const caller = callerOf(world, call);
  const identity = identityOf(caller?.token.scopes ?? []);
  if (caller === undefined || !identity.openid) {
    return json(
      401,
      { error: 'invalid_request', error_description: 'Invalid Credentials' },
      { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
    );
  }
  const { account } = caller;
  return json(200, {
    sub: account.sub,
    ...(identity.profile ? { name: nameOf(account), given_name: account.givenName, family_name: account.familyName } : {}),
    ...(identity.email ? { email: account.email, email_verified: true } : {}),
    ...(account.domain === null ? {} : { hd: account.domain }),
  });
}
