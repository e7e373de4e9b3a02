import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundCredential } from './found-credential.ts';
import { readCredentials } from './read-credentials.ts';

const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const GROUPS = 'https://www.googleapis.com/auth/apps.groups.settings';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

/** As oauth2client 4.1.3 writes one. */
const dat = {
  access_token: 'ya29.a',
  client_id: '1-x.apps.googleusercontent.com',
  client_secret: 'secret',
  refresh_token: '1//r',
  token_expiry: '2026-11-23T01:10:22Z',
  token_uri: 'https://oauth2.googleapis.com/token',
  user_agent: null,
  revoke_uri: 'https://oauth2.googleapis.com/revoke',
  id_token: { sub: '1', email: 'ada@example.com' },
  id_token_jwt: null,
  token_response: null,
  scopes: [CALENDAR, GROUPS],
  token_info_uri: 'https://oauth2.googleapis.com/tokeninfo',
  invalid: false,
  _class: 'OAuth2Credentials',
  _module: 'oauth2client.client',
};

function only(value: unknown): FoundCredential {
  const read = readCredentials(bytesOf(value));
  if (!read.ok) throw new Error(read.error.code);
  const [first] = read.value.credentials;
  if (first === undefined) throw new Error('no credential');
  return first;
}

function codeOf(bytes: Uint8Array): string | null {
  const read = readCredentials(bytes);
  return read.ok ? null : read.error.code;
}

describe('a credential of oauth2client', () => {
  it('gives tokens, end, scopes and the address, and no more than that', () => {
    expect(only(dat)).toEqual({
      clientId: dat.client_id,
      clientSecret: 'secret',
      accessToken: 'ya29.a',
      refreshToken: '1//r',
      idToken: null,
      accessTokenExpiresAt: Date.UTC(2026, 10, 23, 1, 10, 22),
      scopes: [CALENDAR, GROUPS],
      email: 'ada@example.com',
      notices: [],
    });
  });

  it('of 2013 has the scopes of its last answer, and an old token address that is named', () => {
    const { scopes: _scopes, id_token_jwt: _jwt, token_info_uri: _info, ...rest } = dat;
    const old = only({ ...rest, token_uri: 'https://accounts.google.com/o/oauth2/token', token_response: { scope: `${CALENDAR} ${GROUPS}` } });
    expect(old.scopes).toEqual([CALENDAR, GROUPS]);
    expect(old.notices.map(({ code }) => code)).toEqual(['token-endpoint-old']);
  });

  it('says that scopes are not recorded', () => {
    expect(only({ ...dat, scopes: [], token_response: null }).scopes).toBeNull();
  });

  it.each([
    ['a fraction', '2026-11-23T01:10:22.456789Z', Date.UTC(2026, 10, 23, 1, 10, 22, 456)],
    ['no zone', '2026-11-23T01:10:22', Date.UTC(2026, 10, 23, 1, 10, 22)],
    ['an offset', '2026-11-23T02:10:22+01:00', Date.UTC(2026, 10, 23, 1, 10, 22)],
    ['nothing', null, null],
    ['a wild text', 'next Tuesday', null],
    ['a day that is none', '2026-13-40T01:10:22Z', null],
  ])('reads an end with %s', (_what, token_expiry, at) => {
    expect(only({ ...dat, token_expiry }).accessTokenExpiresAt).toBe(at);
  });

  it('takes _module and _class for labels', () => {
    expect(only({ ...dat, _module: 'os', _class: 'system' }).accessToken).toBe('ya29.a');
  });

  it('never uses an address of the file', () => {
    const foreign = only({ ...dat, token_uri: 'https://evil.example/token' });
    expect(foreign.notices.map(({ code }) => code)).toEqual(['token-endpoint-foreign']);
    expect(JSON.stringify(foreign)).not.toContain('evil.example');
  });

  it.each(['access_token', 'client_id', 'refresh_token', 'token_expiry', 'invalid'])('without %s names the key', (key) => {
    const read = readCredentials(bytesOf(Object.fromEntries(Object.entries(dat).filter(([name]) => name !== key))));
    expect(read).toMatchObject({ ok: false, error: { code: 'credential-key-missing', message: expect.stringContaining(key) as string } });
  });

  it('of a machine is out of reach', () => {
    expect(codeOf(bytesOf({ ...dat, _class: 'ServiceAccountCredentials' }))).toBe('credential-service-account');
  });
});

describe('the stores of oauth2client', () => {
  it('give every credential and name those left out', () => {
    const store = { file_version: 1, data: [{ key: {}, credential: dat }, { key: {} }, { key: {}, credential: { ...dat, refresh_token: undefined } }] };
    const read = readCredentials(bytesOf(store));
    expect(read).toMatchObject({ ok: true, value: { format: 'oauth2client-multistore', credentials: [{ accessToken: 'ya29.a' }] } });
    expect(read.ok && read.value.skipped.map(({ message }) => message.slice(0, 8))).toEqual(['Entry 2 ', 'Entry 3 ']);
  });

  it('of several processes hold base64', () => {
    const store = { file_version: 2, credentials: { a: btoa(JSON.stringify(dat)), b: '%%%' } };
    expect(readCredentials(bytesOf(store))).toMatchObject({ ok: true, value: { format: 'oauth2client-multiprocess', credentials: [{ refreshToken: '1//r' }], skipped: [{}] } });
  });

  it('may be empty, or hold nothing usable', () => {
    expect(codeOf(bytesOf({ file_version: 1, data: [] }))).toBe('credential-store-empty');
    expect(codeOf(bytesOf({ file_version: 1, data: [{}] }))).toBe('credential-entry-unreadable');
    expect(codeOf(bytesOf({ file_version: 2, credentials: [] }))).toBe('credential-store-unreadable');
  });
});

describe('a credential of google-auth', () => {
  const user = { client_id: 'c', client_secret: 's', refresh_token: '1//r' };

  it('is read with and without its type', () => {
    expect(readCredentials(bytesOf({ type: 'authorized_user', ...user }))).toMatchObject({ ok: true, value: { format: 'authorized-user' } });
    expect(readCredentials(bytesOf({ token: 'ya29.t', expiry: '2026-11-23T01:02:03.456789Z', account: 'ada@example.com', scopes: CALENDAR, ...user }))).toMatchObject({
      ok: true,
      value: {
        format: 'python-token',
        credentials: [{ accessToken: 'ya29.t', accessTokenExpiresAt: Date.UTC(2026, 10, 23, 1, 2, 3, 456), email: 'ada@example.com', scopes: [CALENDAR] }],
      },
    });
  });

  it('without a key says which', () => {
    expect(readCredentials(bytesOf({ type: 'authorized_user', client_id: 'c' }))).toMatchObject({
      ok: false,
      error: { code: 'credential-key-missing', message: expect.stringMatching(/client_secret and no refresh_token/) as string },
    });
  });
});

describe('tokens of the Node quickstart', () => {
  it('come without a client', () => {
    expect(only({ access_token: 'ya29.n', refresh_token: '1//n', scope: `${CALENDAR} ${GROUPS}`, token_type: 'Bearer', expiry_date: 1795392623000 })).toMatchObject({
      clientId: null,
      accessTokenExpiresAt: 1795392623000,
      scopes: [CALENDAR, GROUPS],
    });
  });
});

describe('what is no credential', () => {
  const pickle2 = new Uint8Array([0x80, 2, ...bytesOf('cos\nsystem\nq\0.')]);
  it.each([
    ['an empty file', bytesOf(''), 'credential-file-empty'],
    ['blanks', bytesOf(' \n'), 'credential-file-empty'],
    ['a cut file', bytesOf(JSON.stringify(dat).slice(0, 200)), 'credential-file-cut-off'],
    ['a list', bytesOf('[]'), 'credential-file-not-object'],
    ['null', bytesOf('null'), 'credential-file-not-object'],
    ['an empty object', bytesOf('{}'), 'credential-file-unknown'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 'credential-file-utf16'],
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), 'credential-file-not-text'],
    ['NULs', new Uint8Array(100), 'credential-file-not-text'],
    ['5 MB and more', new Uint8Array(5 * 1024 * 1024 + 1).fill(0x20), 'credential-file-too-large'],
    ['a pickle of protocol 2', pickle2, 'credential-file-pickle'],
    ['a pickle of protocol 0', bytesOf("cposix\nsystem\np0\n(S'true'\np1\ntp2\nRp3\n."), 'credential-file-pickle'],
    ['a pickled dictionary', bytesOf("(dp0\nS'a'\np1\nI1\ns."), 'credential-file-pickle'],
    ['words', bytesOf('hello there.'), 'credential-file-not-json'],
    ['a client file', bytesOf({ installed: { client_id: 'c' } }), 'credential-file-client'],
    ['a service account', bytesOf({ type: 'service_account', private_key: 'x' }), 'credential-service-account'],
    ['a federated account', bytesOf({ type: 'external_account' }), 'credential-service-account'],
  ])('%s', (_what, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('reads past a byte order mark', () => {
    expect(codeOf(new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(dat)]))).toBeNull();
  });
});

describe('whatever the bytes are', () => {
  const secrets = /ya29\.a|1\/\/r|"secret"/;
  it('there is an answer, and no sentence quotes the file', () => {
    const seeds = [dat, { type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: '1//r' }, { file_version: 1, data: [{ credential: dat }] }];
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds.map((seed) => bytesOf(seed))),
        fc.array(fc.record({ at: fc.nat(2000), byte: fc.nat(255), cut: fc.boolean() }), { maxLength: 6 }),
        (seed, changes) => {
          let bytes = Uint8Array.from(seed);
          for (const { at, byte, cut } of changes) {
            if (bytes.length === 0) break;
            bytes[at % bytes.length] = byte;
            if (cut) bytes = bytes.slice(0, at % bytes.length);
          }
          const read = readCredentials(bytes);
          const problems = read.ok ? [...read.value.skipped, ...read.value.credentials.flatMap(({ notices }) => notices)] : [read.error];
          for (const { message, hint } of problems) {
            expect(message).toMatch(/\.$/);
            expect(`${message} ${hint ?? ''}`).not.toMatch(secrets);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('JSON of any shape is no trouble', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const read = readCredentials(bytesOf(JSON.stringify(value)));
        return read.ok || read.error.message.length > 10;
      }),
    );
  });
});
