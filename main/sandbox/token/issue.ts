import { identityOf } from '../auth/scopes.ts';
import { json, type Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import type { SandboxClient, TokenOwner } from '../state/state.ts';
import type { World } from '../world.ts';
import { idToken } from './id-token.ts';

const googleLifeSeconds = 3599;
const testingLifeSeconds = 604_799;
/** Live refresh tokens per account and client; the oldest falls out silently. */
const refreshLimit = 100;

export interface Issue {
  readonly client: SandboxClient;
  readonly sub: string;
  readonly scopes: readonly string[];
  /** Of a new refresh token, when they are not those of the access token (RFC 6749 §6). */
  readonly refreshScopes?: readonly string[];
  readonly offline: boolean;
  readonly nonce: string | null;
  /** Make a refresh token and put it into the answer. */
  readonly withRefreshToken: boolean;
}

/** Makes the tokens and the success answer (RFC 6749 §5.1). */
export function issueTokens(world: World, issue: Issue): Reply {
  const { client, sub } = issue;
  const now = world.now();
  const expiresIn = world.faults.accessTokenSeconds ?? googleLifeSeconds;
  const owner: TokenOwner = { clientId: client.clientId, projectNumber: client.projectNumber, sub, scopes: [...issue.scopes] };
  const accessToken = world.mint.accessToken();
  world.state.accessTokens.push({ ...owner, hash: hashSecret(accessToken), expiresAt: now + expiresIn * 1000, offline: issue.offline });
  const answer: Record<string, unknown> = {
    access_token: accessToken,
    expires_in: expiresIn,
    scope: issue.scopes.join(' '),
    token_type: 'Bearer',
  };
  if (issue.withRefreshToken) {
    const refreshToken = world.mint.refreshToken();
    const expiresAt = client.testing ? now + testingLifeSeconds * 1000 : null;
    world.state.refreshTokens.push({ ...owner, scopes: [...(issue.refreshScopes ?? issue.scopes)], hash: hashSecret(refreshToken), issuedAt: now, expiresAt });
    dropOldest(world, client.clientId, sub);
    answer['refresh_token'] = refreshToken;
    if (client.testing) answer['refresh_token_expires_in'] = testingLifeSeconds;
  }
  const account = world.accountBySub(sub);
  if (account !== undefined && identityOf(issue.scopes).openid) {
    answer['id_token'] = idToken(world, { account, clientId: client.clientId, scopes: issue.scopes, nonce: issue.nonce, accessToken });
  }
  world.changed();
  return json(200, answer);
}

function dropOldest(world: World, clientId: string, sub: string): void {
  const own = world.state.refreshTokens.filter((token) => token.clientId === clientId && token.sub === sub);
  const tooMany = new Set(own.slice(0, Math.max(0, own.length - refreshLimit)));
  if (tooMany.size > 0) world.state.refreshTokens = world.state.refreshTokens.filter((token) => !tooMany.has(token));
}
