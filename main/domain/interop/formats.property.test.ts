import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Authorization } from '../grants/authorization.ts';
import { GOOGLE } from '../oauth/endpoints.ts';
import { toBase64, utf8 } from '../shared/bytes.ts';
import { readExpiry } from './expiry.ts';
import { exportFileName } from './export/export-name.ts';
import { exportableOf } from './export/exportable.ts';
import { writeCredential } from './export/write-credential.ts';
import type { FoundCredential } from './found-credential.ts';
import { readCredentials } from './read-credentials.ts';
import { readScopeList } from './scope-list.ts';

/** What Google's tokens, secrets and ids are made of, and quotes, umlauts and emoji that JSON must carry. */
const token = fc.oneof(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), fc.stringMatching(/^[A-Za-z0-9._/-]{20,200}$/)).filter((text) => text.trim() !== '');
const scope = fc.stringMatching(/^https:\/\/www\.googleapis\.com\/auth\/[a-z.]{1,30}$/);
const scopes = fc.uniqueArray(scope, { minLength: 1, maxLength: 12 });
/** Whole seconds between 2001 and 2100. */
const moment = fc.integer({ min: 1_000_000_000, max: 4_102_444_800 }).map((seconds) => seconds * 1000);
const held = fc.record({ clientId: token, clientSecret: token, accessToken: token, refreshToken: token, scopes, at: moment });
type Held = typeof held extends fc.Arbitrary<infer T> ? T : never;

const seconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
const dat = (of: Held): Record<string, unknown> => ({
  access_token: of.accessToken,
  client_id: of.clientId,
  client_secret: of.clientSecret,
  refresh_token: of.refreshToken,
  token_expiry: seconds(of.at),
  token_uri: 'https://oauth2.googleapis.com/token',
  user_agent: null,
  invalid: false,
  scopes: of.scopes,
  _class: 'OAuth2Credentials',
  _module: 'oauth2client.client',
});

function all(value: unknown, indent?: number): readonly FoundCredential[] {
  const read = readCredentials(utf8(JSON.stringify(value, null, indent)));
  if (!read.ok) throw new Error(read.error.message);
  return read.value.credentials;
}

const same = ({ clientId, clientSecret, accessToken, refreshToken, scopes: granted, at }: Held) => ({ clientId, clientSecret, accessToken, refreshToken, scopes: granted, accessTokenExpiresAt: at });

describe('what a program wrote is what is read', () => {
  it('of oauth2client, however it is indented and its keys are ordered', () => {
    fc.assert(
      fc.property(held, fc.constantFrom(undefined, 2), fc.integer({ min: 0, max: 10 }), (of, indent, turn) => {
        const entries = Object.entries(dat(of));
        expect(all(Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)]), indent)).toMatchObject([same(of)]);
      }),
    );
  });

  it('of its stores, each credential of them', () => {
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 6 }), (many) => {
        expect(all({ file_version: 1, data: many.map((of) => ({ key: {}, credential: dat(of) })) })).toMatchObject(many.map(same));
        const keyed = Object.fromEntries(many.map((of, at) => [`key ${String(at)}`, toBase64(utf8(JSON.stringify(dat(of))))]));
        expect(all({ file_version: 2, credentials: keyed })).toMatchObject(many.map(same));
      }),
    );
  });

  it('of google-auth, with a type and without', () => {
    fc.assert(
      fc.property(held, fc.integer({ min: 0, max: 999_999 }), fc.boolean(), (of, micros, asText) => {
        const expiry = `${seconds(of.at).slice(0, -1)}.${String(micros).padStart(6, '0')}Z`;
        const file = { token: of.accessToken, refresh_token: of.refreshToken, client_id: of.clientId, client_secret: of.clientSecret, scopes: asText ? of.scopes.join(' ') : of.scopes, expiry };
        const expected = { ...same(of), accessTokenExpiresAt: of.at + Math.floor(micros / 1000) };
        expect(all(file)).toMatchObject([expected]);
        expect(all({ ...file, type: 'authorized_user' })).toMatchObject([expected]);
      }),
    );
  });

  it('of google-auth-library', () => {
    fc.assert(
      fc.property(held, (of) => {
        const file = { access_token: of.accessToken, refresh_token: of.refreshToken, scope: of.scopes.join(' '), token_type: 'Bearer', expiry_date: of.at };
        expect(all(file)).toMatchObject([{ ...same(of), clientId: null, clientSecret: null }]);
      }),
    );
  });
});

describe('what is exported', () => {
  it('is read back with the same tokens, client and scopes, in every format', () => {
    fc.assert(
      fc.property(held, fc.constantFrom('oauth2client', 'authorized-user', 'adc'), fc.integer({ min: 0, max: 999 }), (of, format, millis) => {
        const authorization = { email: 'ada@example.com', sub: '1', mark: 'none', granted: of.scopes, accessToken: of.accessToken, refreshToken: of.refreshToken, idToken: null, accessTokenExpiresAt: of.at + millis };
        const client = { id: 'client', clientId: of.clientId, clientSecret: of.clientSecret, type: 'installed' as const, projectId: null, redirectUris: [], notices: [], addedAt: 0 };
        const exportable = exportableOf(authorization as unknown as Authorization, client);
        if (!exportable.ok) throw new Error(exportable.error.code);
        const read = readCredentials(utf8(writeCredential(format, exportable.value, GOOGLE)));
        const expected = { clientId: of.clientId, clientSecret: of.clientSecret, refreshToken: of.refreshToken };
        // Only oauth2client's own file takes the access token along, and its end in whole seconds: it reads no other.
        const more = format === 'oauth2client' ? { accessToken: of.accessToken, accessTokenExpiresAt: of.at, scopes: of.scopes } : { accessToken: null, scopes: format === 'adc' ? null : of.scopes };
        expect(read).toMatchObject({ ok: true, value: { credentials: [{ ...expected, ...more, notices: [] }], skipped: [] } });
      }),
    );
  });

  it('gets a name that is a name on every system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom('oauth2client', 'authorized-user'), (email, format) => {
        expect(exportFileName(format, email)).toMatch(/^(credentials|authorized_user)(-[a-z0-9_][a-z0-9._-]*|-)?\.(dat|json)$/);
      }),
    );
  });

  it('is refused of what would be of no use', () => {
    const client = { id: 'client', clientId: 'c', clientSecret: 's', type: 'installed' as const, projectId: null, redirectUris: [], notices: [], addedAt: 0 };
    const live = { mark: 'none', refreshToken: 'r' } as unknown as Authorization;
    const codeOf = (authorization: Authorization, of: typeof client | (Omit<typeof client, 'clientSecret'> & { clientSecret: null }) | null): string => {
      const made = exportableOf(authorization, of);
      return made.ok ? 'ok' : made.error.code;
    };
    expect(codeOf(live, client)).toBe('ok');
    expect(codeOf({ ...live, mark: 'revoked', markReason: null }, client)).toBe('revoked');
    expect(codeOf({ ...live, refreshToken: null }, client)).toBe('export-no-refresh-token');
    expect(codeOf(live, null)).toBe('client-missing');
    expect(codeOf(live, { ...client, clientSecret: null })).toBe('export-no-client-secret');
  });
});

describe('the parts of the readers', () => {
  it('an end is a moment or a notice, never a guess', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { at, notice } = readExpiry(value);
        expect(at === null || Number.isFinite(at)).toBe(true);
        if (notice !== null) expect(at).toBeNull();
        if (at === null && value !== null && value !== undefined && value !== '') expect(notice?.code).toBe('expiry-unreadable');
      }),
    );
  });

  it('scopes are words without blanks, quotes or repeats, whatever stood there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.string()), fc.string()), (value) => {
        const read = readScopeList(value);
        if (read === null) return;
        expect(new Set(read).size).toBe(read.length);
        for (const one of read) expect(one).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]+$/);
      }),
    );
  });
});
