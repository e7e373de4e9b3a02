import type { OAuthClient } from '../domain/clients/client.ts';
import type { Authorization } from '../domain/grants/authorization.ts';
import type { Standing } from '../domain/grants/authorization-state.ts';
import type { Check } from '../domain/grants/checker.ts';
import type { TimeBox } from '../domain/grants/time-box.ts';
import { signInEnds } from '../domain/grants/sign-in-ends.ts';
import { compareGrant } from '../domain/scopes/compare-grant.ts';
import type { AuthorizationDto, CheckDto, RevokePreviewDto } from '../../preload/contract/authorizations.ts';
import { problemDto } from './answer.ts';
import { labelOf } from './client-label.ts';
import { scopeDto } from './scope-dto.ts';

/** Times of an access token whose record names both; a token itself never gets here. */
function tokenTimes(of: Authorization): AuthorizationDto['accessToken'] {
  const { accessToken, accessTokenIssuedAt: issuedAt, accessTokenExpiresAt: expiresAt } = of;
  return accessToken === null || issuedAt === null || expiresAt === null ? null : { issuedAt, expiresAt };
}

/** @param client null when it was removed; then its id is all that is known */
export function authorizationDto(of: Authorization, standing: Standing, client: OAuthClient | null, timeBox: TimeBox | null): AuthorizationDto {
  const receipt = compareGrant(of.requested, of.granted);
  const end = signInEnds(of, client?.publishing);
  const unexpected = new Set(receipt.unexpected);
  return {
    id: of.id,
    account: { sub: of.sub, email: of.email, name: of.name, hostedDomain: of.hostedDomain },
    client: { id: of.clientRef, clientId: of.clientId, label: labelOf(client ?? of), type: client?.type ?? 'installed' },
    state: standing.state,
    reason: standing.reason === null ? null : problemDto(standing.reason),
    granted: receipt.granted.map((scope) => ({ ...scopeDto(scope), unexpected: unexpected.has(scope) })),
    refused: receipt.refused.map(scopeDto),
    accessToken: tokenTimes(of),
    hasRefreshToken: of.refreshToken !== null,
    signInEnds: end === null ? null : { at: end.at, certain: end.certain, why: end.why },
    consentedAt: of.consentedAt,
    consentedIn: of.consentedIn,
    lastRefreshedAt: of.lastRefreshedAt,
    lastUsedAt: of.lastUsedAt,
    consents: of.consents,
    timeBox: timeBox === null ? null : { endsAt: timeBox.endsAt, state: timeBox.state, problem: timeBox.problem === null ? null : problemDto(timeBox.problem) },
    tokenLives: of.tokenLives.slice(-200).map(({ from, to }) => ({ from, to })),
  };
}

export function checkDto(check: Check): CheckDto {
  const { checkedAt, audience, audienceMatches, expiresInSeconds, scopes, missing, added, email } = check;
  return { checkedAt, audience, audienceMatches, expiresInSeconds, scopes: scopes.map(scopeDto), missing, added, email };
}

type Dying = Pick<Authorization, 'id' | 'email' | 'clientId'>;

export function revokePreviewDto<One extends Dying>(dying: readonly One[], clientOf: (of: One) => OAuthClient | null): RevokePreviewDto {
  const named = dying.map((one) => ({ id: one.id, email: one.email, clientId: one.clientId, label: labelOf(clientOf(one) ?? one) }));
  // All of these share a Cloud project, which is what a label usually says: the client id tells them apart.
  const twice = (label: string): boolean => named.filter((one) => one.label === label).length > 1;
  return { dying: named.map(({ id, email, clientId, label }) => ({ id, email, clientLabel: twice(label) ? `${label} · ${clientId}` : label })) };
}
