import type { Authorization } from '../domain/grants/authorization.ts';
import { decodeJwtClaims } from '../domain/shared/jwt-claims.ts';
import type { TokenPanelDto } from '../../preload/contract/authorizations.ts';

/** What each claim tells. https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload */
const meanings: Readonly<Record<string, string>> = {
  iss: 'Who made it',
  azp: 'The client it was issued to',
  aud: 'The client it is meant for',
  sub: 'The account’s number at Google; it never changes',
  email: 'The account’s address when it was issued',
  email_verified: 'Whether Google checked that address',
  hd: 'The Workspace domain of the account',
  name: 'The person’s full name',
  given_name: 'First name',
  family_name: 'Last name',
  picture: 'Where the profile picture is',
  locale: 'The language set in the account',
  iat: 'When it was issued',
  exp: 'When it ends',
  nbf: 'From when it holds',
  auth_time: 'When the person last signed in',
  nonce: 'Ties it to the consent it came from',
  at_hash: 'A check value of the access token issued with it',
  jti: 'Its own number',
};

const times: ReadonlySet<string> = new Set(['iat', 'exp', 'nbf', 'auth_time']);

/** `ya29…9f`: four characters from the front and two from the end, never more; short ones show nothing. */
export function masked(token: string): string {
  return token.length < 16 ? '…' : `${token.slice(0, 4)}…${token.slice(-2)}`;
}

export function tokenPanelDto(of: Authorization): TokenPanelDto {
  const tokens: TokenPanelDto['tokens'][number][] = [];
  if (of.accessToken !== null) {
    tokens.push({ kind: 'access', masked: masked(of.accessToken), expiresAt: of.accessTokenExpiresAt, note: null });
  }
  if (of.refreshToken !== null) {
    tokens.push({
      kind: 'refresh',
      masked: masked(of.refreshToken),
      expiresAt: of.refreshTokenExpiresAt,
      note: of.refreshTokenExpiresAt === null ? 'Lives until it is revoked, or unused for six months.' : null,
    });
  }
  if (of.idToken !== null) {
    tokens.push({ kind: 'id', masked: masked(of.idToken), expiresAt: endOf(of.idToken), note: 'Says who signed in; no API takes it.' });
  }
  return { tokens, idTokenClaims: of.idToken === null ? null : claimsOf(of.idToken) };
}

function endOf(idToken: string): number | null {
  return momentOf(decodeJwtClaims(idToken)?.['exp']);
}

function claimsOf(idToken: string): TokenPanelDto['idTokenClaims'] {
  const claims = decodeJwtClaims(idToken);
  if (claims === null) return null;
  return Object.entries(claims).map(([name, value]) => ({ name, value: textOf(name, value), meaning: Object.hasOwn(meanings, name) ? (meanings[name] ?? '') : '' }));
}

function textOf(name: string, value: unknown): string {
  const at = times.has(name) ? momentOf(value) : null;
  if (at !== null) return new Date(at).toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Milliseconds since the epoch; null for what is no date. */
function momentOf(seconds: unknown): number | null {
  const at = typeof seconds === 'number' ? seconds * 1000 : Number.NaN;
  return Number.isNaN(new Date(at).getTime()) ? null : at;
}
