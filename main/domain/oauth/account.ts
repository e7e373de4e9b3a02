import { textOf, type JsonObject } from '../shared/guards.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { getWithBearer, type OAuthHttp } from './post-form.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';

/** The Google account behind a token. `sub` is the key; the rest is for people and may change. */
export interface GoogleAccount {
  readonly sub: string;
  readonly email: string | null;
  readonly name: string | null;
  /** Workspace domain; null for a private account. */
  readonly hostedDomain: string | null;
}

/** From the claims of an ID token or from a userinfo answer: they share their names. @returns null without `sub` */
export function accountOf(claims: JsonObject): GoogleAccount | null {
  const sub = textOf(claims['sub']);
  if (sub === null) return null;
  return { sub, email: textOf(claims['email']), name: textOf(claims['name']), hostedDomain: textOf(claims['hd']) };
}

/** https://openid.net/specs/openid-connect-core-1_0.html#UserInfo */
export async function askUserInfo(
  http: OAuthHttp,
  endpoints: GoogleEndpoints,
  accessToken: string,
  signal?: AbortSignal,
): Promise<TokenAnswer<GoogleAccount>> {
  return readTokenAnswer(await getWithBearer(http, endpoints.userinfo, accessToken, signal), accountOf);
}
