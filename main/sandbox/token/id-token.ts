import { createHash } from 'node:crypto';
import { nameOf, type SandboxAccount } from '../accounts.ts';
import { identityOf } from '../auth/scopes.ts';
import type { World } from '../world.ts';

export interface IdTokenFor {
  readonly account: SandboxAccount;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly nonce: string | null;
  readonly accessToken: string;
}

/** An id token with the claims Google sends for these scopes. https://developers.google.com/identity/openid-connect/openid-connect */
export function idToken(world: World, target: IdTokenFor): string {
  const { account, clientId } = target;
  const issued = Math.floor(world.now() / 1000);
  const identity = identityOf(target.scopes);
  return world.mint.note(
    world.signingKey.sign({
      iss: 'https://accounts.google.com',
      azp: clientId,
      aud: clientId,
      sub: account.sub,
      ...(account.domain === null ? {} : { hd: account.domain }),
      ...(identity.email ? { email: account.email, email_verified: true } : {}),
      // OpenID Connect Core §3.1.3.6: the left half of the hash.
      at_hash: createHash('sha256').update(target.accessToken).digest().subarray(0, 16).toString('base64url'),
      ...(target.nonce === null ? {} : { nonce: target.nonce }),
      ...(identity.profile ? { name: nameOf(account), given_name: account.givenName, family_name: account.familyName } : {}),
      iat: issued,
      exp: issued + 3600,
    }),
  );
}
