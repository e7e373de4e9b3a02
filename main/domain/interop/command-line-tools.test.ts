import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64, utf8 } from '../shared/bytes.ts';
import { readCredentials } from './read-credentials.ts';

const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const CLIENT = { client_id: '1-x.apps.googleusercontent.com', client_secret: 'GOCSPX-secret' };
const read = (value: unknown) => readCredentials(utf8(JSON.stringify(value)));

/** As oauth2l writes its cache: Go's names of the fields, each answer in base64. */
function cache(file: object, token: object, Scope = `${CALENDAR} openid`): Record<string, string> {
  const key = JSON.stringify({ CredentialsJSON: JSON.stringify(file), Scope, Audience: '', APIKey: '' });
  return { [key]: toBase64(utf8(JSON.stringify(token))) };
}

describe('the cache of oauth2l', () => {
  const token = { AccessToken: 'ya29.a', TokenType: 'Bearer', RefreshToken: '1//r', Expiry: '2026-11-23T01:10:22.456789123Z', Raw: null };

  it('gives tokens, the client of the file it was asked with, and the scopes asked for', () => {
    expect(read(cache({ installed: CLIENT }, token))).toMatchObject({
      ok: true,
      value: {
        format: 'oauth2l',
        skipped: [],
        credentials: [{ clientId: CLIENT.client_id, clientSecret: CLIENT.client_secret, accessToken: 'ya29.a', refreshToken: '1//r', scopes: [CALENDAR, 'openid'], accessTokenExpiresAt: Date.UTC(2026, 10, 23, 1, 10, 22, 456) }],
      },
    });
  });

  it('of an authorized_user file has that file’s own refresh token', () => {
    const { RefreshToken: _none, ...access } = token;
    expect(read(cache({ type: 'authorized_user', ...CLIENT, refresh_token: '1//own' }, access))).toMatchObject({ value: { credentials: [{ refreshToken: '1//own', clientId: CLIENT.client_id }] } });
  });

  it('has no end where Go wrote the year 1', () => {
    expect(read(cache({ web: CLIENT }, { ...token, Expiry: '0001-01-01T00:00:00Z' }))).toMatchObject({ value: { credentials: [{ accessTokenExpiresAt: null, notices: [] }] } });
  });

  it('leaves entries of service accounts out, and says so', () => {
    const both = { ...cache({ installed: CLIENT }, token), ...cache({ type: 'service_account', private_key: 'k' }, token) };
    expect(read(both)).toMatchObject({ value: { credentials: [{ accessToken: 'ya29.a' }], skipped: [{ code: 'credential-service-account' }] } });
    expect(read(cache({ type: 'service_account' }, token))).toMatchObject({ ok: false, error: { code: 'credential-service-account' } });
  });

  it.each([['no base64', '***'], ['no JSON', toBase64(utf8('nothing'))], ['no UTF-8', '/w=='], ['a number', 7]])('with %s in it is refused in a sentence', (_what, answer) => {
    const [key = ''] = Object.keys(cache({ installed: CLIENT }, token));
    expect(read({ [key]: answer })).toMatchObject({ ok: false, error: { code: 'credential-entry-unreadable' } });
  });

  it('never throws, and quotes nothing of the file', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string().map((text) => `{"CredentialsJSON":${text}`), fc.oneof(fc.base64String(), fc.jsonValue())), (value) => {
        const result = read(value);
        expect(result.ok || result.error.message.length < 300).toBe(true);
      }),
    );
  });
});

describe('the file of clasp', () => {
  const token = { access_token: 'ya29.c', refresh_token: '1//c', scope: `${CALENDAR} openid`, token_type: 'Bearer', expiry_date: 1_795_000_000_000 };

  it('of version 3 has a credential for each name', () => {
    const tokens = { default: { type: 'authorized_user', ...CLIENT, ...token }, work: { type: 'authorized_user', ...CLIENT, refresh_token: '1//w' }, gone: null };
    expect(read({ tokens })).toMatchObject({
      value: { format: 'clasp', credentials: [{ ...{ clientId: CLIENT.client_id, clientSecret: CLIENT.client_secret }, accessToken: 'ya29.c', scopes: [CALENDAR, 'openid'], accessTokenExpiresAt: 1_795_000_000_000 }, { accessToken: null, refreshToken: '1//w', scopes: null }] },
    });
  });

  it('before that has the token beside the client', () => {
    const value = { token, oauth2ClientSettings: { clientId: CLIENT.client_id, clientSecret: CLIENT.client_secret, redirectUri: 'http://localhost' }, isLocalCreds: true };
    expect(read(value)).toMatchObject({ value: { format: 'clasp', credentials: [{ clientId: CLIENT.client_id, refreshToken: '1//c' }] } });
  });

  it('at first was the tokens alone', () => {
    expect(read(token)).toMatchObject({ value: { format: 'node-token', credentials: [{ clientId: null, refreshToken: '1//c' }] } });
  });

  it('without a token in it is refused', () => {
    expect(read({ tokens: { default: { type: 'authorized_user' } } })).toMatchObject({ ok: false, error: { code: 'credential-without-tokens' } });
    expect(read({ tokens: { default: { x: 1 }, other: 3 } })).toMatchObject({ ok: false });
  });
});
