import { toBase64, utf8 } from '../../shared/bytes.ts';
import type { CredentialFormat } from '../found-credential.ts';

/** Every secret in the samples: no sentence about a file may hold one. */
export const SAMPLE_SECRETS = ['ya29.sample-access-0123456789abcdef', '1//0g-sample-refresh-0123456789abcdef', 'GOCSPX-sample-secret-0123456789', 'sample-signature-0123456789'];
const [ACCESS = '', REFRESH = '', SECRET = '', SIGNATURE = ''] = SAMPLE_SECRETS;
const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const GROUPS = 'https://www.googleapis.com/auth/apps.groups.settings';
const CLIENT = '1234567890-sample.apps.googleusercontent.com';
const JWT = [{ alg: 'RS256' }, { iss: 'accounts.google.com', sub: '1', email: 'ada@example.com', exp: 1 }].map((part) => toBase64(utf8(JSON.stringify(part))).replaceAll('=', '')).join('.') + `.${SIGNATURE}`;

/** As oauth2client 4.1.3 writes one. */
export const DAT = {
  access_token: ACCESS,
  client_id: CLIENT,
  client_secret: SECRET,
  refresh_token: REFRESH,
  token_expiry: '2026-11-23T01:10:22Z',
  token_uri: 'https://oauth2.googleapis.com/token',
  user_agent: null,
  revoke_uri: 'https://oauth2.googleapis.com/revoke',
  id_token: { sub: '1', email: 'ada@example.com' },
  id_token_jwt: JWT,
  token_response: { access_token: ACCESS, refresh_token: REFRESH, scope: `${CALENDAR} ${GROUPS}`, expires_in: 3599, token_type: 'Bearer' },
  scopes: [CALENDAR, GROUPS],
  token_info_uri: 'https://oauth2.googleapis.com/tokeninfo',
  invalid: false,
  _class: 'OAuth2Credentials',
  _module: 'oauth2client.client',
};

/** One file of every format, as its program writes it. */
export const SAMPLE_FILES: Readonly<Record<CredentialFormat, object>> = {
  oauth2client: DAT,
  'oauth2client-multistore': { file_version: 1, data: [{ key: { clientId: CLIENT, scope: CALENDAR, userAgent: '' }, credential: DAT }, { key: { key: 'second' }, credential: DAT }] },
  'oauth2client-multiprocess': { file_version: 2, credentials: { ada: toBase64(utf8(JSON.stringify(DAT))) } },
  'authorized-user': { type: 'authorized_user', client_id: CLIENT, client_secret: SECRET, refresh_token: REFRESH, quota_project_id: 'sample', account: '', universe_domain: 'googleapis.com' },
  'python-token': { token: ACCESS, refresh_token: REFRESH, token_uri: 'https://oauth2.googleapis.com/token', client_id: CLIENT, client_secret: SECRET, scopes: [CALENDAR], universe_domain: 'googleapis.com', account: '', expiry: '2026-11-23T01:10:22.456789Z' },
  'node-token': { access_token: ACCESS, refresh_token: REFRESH, scope: CALENDAR, token_type: 'Bearer', id_token: JWT, expiry_date: 1_795_406_649_000 },
};
