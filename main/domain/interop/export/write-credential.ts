import type { GoogleEndpoints } from '../../oauth/endpoints.ts';
import { decodeJwtClaims } from '../../shared/jwt-claims.ts';
import { isUnnamed } from '../../grants/account-name.ts';
import type { Exportable } from './exportable.ts';

export type ExportFormat = 'oauth2client' | 'authorized-user' | 'adc';

type Writer = (of: Exportable, endpoints: GoogleEndpoints) => Record<string, unknown>;

const WRITERS: Readonly<Record<ExportFormat, Writer>> = { oauth2client, 'authorized-user': authorizedUser, adc };

/** The file's text, secrets and all. */
export function writeCredential(format: ExportFormat, of: Exportable, endpoints: GoogleEndpoints): string {
  return `${JSON.stringify(WRITERS[format](of, endpoints), null, 2)}\n`;
}

/**
 * As oauth2client's to_json(), every key that any of its versions wants. It renews by itself at `token_expiry`, which has whole seconds: it
 * reads nothing else. https://github.com/googleapis/oauth2client/blob/master/oauth2client/client.py
 */
function oauth2client({ authorization, client, refreshToken, clientSecret }: Exportable, endpoints: GoogleEndpoints): Record<string, unknown> {
  const { accessToken, accessTokenExpiresAt, idToken, granted } = authorization;
  return {
    access_token: accessToken,
    client_id: client.clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
    token_expiry: accessTokenExpiresAt === null ? null : wholeSeconds(accessTokenExpiresAt),
    token_uri: endpoints.token,
    user_agent: null,
    revoke_uri: endpoints.revocation,
    id_token: idToken === null ? null : decodeJwtClaims(idToken),
    id_token_jwt: idToken,
    token_response: null,
    scopes: [...granted],
    token_info_uri: endpoints.tokeninfo,
    invalid: false,
    _class: 'OAuth2Credentials',
    _module: 'oauth2client.client',
  };
}

/** Read by google-auth of Python and, because of its type, by google-auth-library of Node. https://google-auth.readthedocs.io/en/latest/reference/google.oauth2.credentials.html */
function authorizedUser({ authorization, client, refreshToken, clientSecret }: Exportable, endpoints: GoogleEndpoints): Record<string, unknown> {
  return {
    type: 'authorized_user',
    client_id: client.clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
    token_uri: endpoints.token,
    scopes: [...authorization.granted],
    ...account(authorization),
  };
}

/** gcloud's own keys and no more: https://cloud.google.com/docs/authentication/application-default-credentials */
function adc({ authorization, client, refreshToken, clientSecret }: Exportable): Record<string, unknown> {
  return { ...account(authorization), client_id: client.clientId, client_secret: clientSecret, refresh_token: refreshToken, type: 'authorized_user', universe_domain: 'googleapis.com' };
}

function account(of: Exportable['authorization']): { readonly account?: string } {
  return isUnnamed(of) && !of.email.includes('@') ? {} : { account: of.email };
}

function wholeSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
