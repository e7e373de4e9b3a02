import { nameOf } from '../accounts.ts';
import { badToken } from '../api/api-error.ts';
import { callerOf } from '../api/bearer.ts';
import { identityOf } from '../auth/scopes.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import type { World } from '../world.ts';

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
