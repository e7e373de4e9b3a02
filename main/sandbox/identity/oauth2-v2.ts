import { nameOf } from '../accounts.ts';
import { badToken } from '../api/api-error.ts';
import { callerOf } from '../api/bearer.ts';
import { identityOf } from '../auth/scopes.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import type { World } from '../world.ts';
import { askedAbout, invalidToken } from './tokeninfo.ts';

/** GET /oauth2/v2/userinfo and /userinfo/v2/me: the older userinfo, under the field names of the oauth2 v2 document. */
export function userinfoV2(world: World, call: Call): Reply {
  const caller = callerOf(world, call);
  if (caller === undefined) return badToken();
  const { account, token } = caller;
  const identity = identityOf(token.scopes);
  return json(200, {
    id: account.sub,
    ...(identity.email ? { email: account.email, verified_email: true } : {}),
    ...(identity.profile ? { name: nameOf(account), given_name: account.givenName, family_name: account.familyName } : {}),
    ...(account.domain === null ? {} : { hd: account.domain }),
  });
}

/** POST /oauth2/v2/tokeninfo with `access_token`: the older tokeninfo. A bad or missing token: 400 invalid_token. */
export function tokeninfoV2(world: World, call: Call): Reply {
  const told = askedAbout(world, call);
  if (told === undefined) return invalidToken();
  const { account, record } = told;
  const identity = identityOf(record.scopes);
  return json(200, {
    issued_to: record.clientId,
    audience: record.clientId,
    ...(identity.openid ? { user_id: record.sub } : {}),
    scope: record.scopes.join(' '),
    expires_in: Math.floor((record.expiresAt - world.now()) / 1000),
    ...(identity.email ? { email: account.email, verified_email: true } : {}),
    access_type: record.offline ? 'offline' : 'online',
  });
}
