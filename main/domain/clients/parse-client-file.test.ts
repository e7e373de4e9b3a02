import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault, Outcome } from '../shared/fault.ts';
import { parseClientFile, type ParsedClient } from './parse-client-file.ts';
import { SUGGESTED_REDIRECT_URI } from './redirect-uris.ts';

const ID = '418203957716-p7desk0tidewater4lantern2moss9ay.apps.googleusercontent.com';
const NOW = 1_760_000_000_000;
const google = { auth_uri: 'https://accounts.google.com/o/oauth2/v2/auth', token_uri: 'https://oauth2.googleapis.com/token' };
const full = {
  client_id: ID,
  project_id: 'harbor-rota',
  ...google,
  auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
  client_secret: 'GOCSPX-not-a-real-one',
  redirect_uris: ['http://localhost'],
};

const parse = (value: unknown): Outcome<ParsedClient> => parseClientFile(typeof value === 'string' ? value : JSON.stringify(value), NOW);
const parsed = (value: unknown): ParsedClient => {
  const outcome = parse(value);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
};
const faultOf = (value: unknown): Fault => {
  const outcome = parse(value);
  if (outcome.ok) throw new Error('was accepted');
  return outcome.error;
};
const noticeCodes = (value: unknown): readonly string[] => parsed(value).notices.map((notice) => notice.code);

describe('a good file', () => {
  it('of a Desktop client is read without notices', () => {
    expect(parsed({ installed: full })).toEqual({
      clientId: ID,
      type: 'installed',
      clientSecret: 'GOCSPX-not-a-real-one',
      projectId: 'harbor-rota',
      redirectUris: ['http://localhost'],
      notices: [],
      addedAt: NOW,
    });
  });

  it('of a Web client is read without notices', () => {
    const web = { ...full, redirect_uris: ['http://example.com/auth_return', SUGGESTED_REDIRECT_URI], javascript_origins: ['http://example.com'] };
    expect(parsed({ web })).toMatchObject({ type: 'web', redirectUris: web.redirect_uris, notices: [] });
  });

  it('needs only the client ID', () => {
    expect(parsed({ installed: { client_id: ID } })).toMatchObject({ clientSecret: null, projectId: null, redirectUris: [] });
    expect(noticeCodes({ installed: { client_id: ID } })).toEqual(['client-no-secret']);
  });

  it('may begin with a byte order mark, and hold fields nobody knows', () => {
    expect(parsed(`\uFEFF${JSON.stringify({ installed: { ...full, new_field: [1, { a: null }] }, comment: 'x' })}`).clientId).toBe(ID);
  });

  it('of a Desktop client downloaded again lacks the secret', () => {
    const { client_secret: _, ...again } = full;
    expect(noticeCodes({ installed: again })).toEqual(['client-no-secret']);
  });

  it('takes an empty secret for none, and odd optional fields for absent', () => {
    expect(parsed({ installed: { ...full, client_secret: '', project_id: 7 } })).toMatchObject({ clientSecret: null, projectId: null });
  });
});

describe('notices', () => {
  it.each([
    ['legacy addresses', { auth_uri: 'https://accounts.google.com/o/oauth2/auth' }, ['client-endpoint-legacy']],
    ['the v4 token address', { token_uri: 'https://www.googleapis.com/oauth2/v4/token' }, ['client-endpoint-legacy']],
    ['the v3 token address', { token_uri: 'https://www.googleapis.com/oauth2/v3/token' }, ['client-endpoint-legacy']],
    ['a foreign address', { token_uri: 'https://tokens.example/steal' }, ['client-endpoint-foreign']],
    ['an address over http', { token_uri: 'http://oauth2.googleapis.com/token' }, ['client-endpoint-foreign']],
    ['an address that is none', { auth_uri: 42 }, ['client-endpoint-foreign']],
    ['both kinds', { auth_uri: 'https://accounts.google.com/o/oauth2/auth', token_uri: 'https://x.example' }, ['client-endpoint-foreign', 'client-endpoint-legacy']],
    ['an unusual ID', { client_id: 'my-stand-in' }, ['client-id-unusual']],
    ['an out-of-band entry', { redirect_uris: ['urn:ietf:wg:oauth:2.0:oob', 'http://localhost'] }, ['client-redirect-oob']],
    ['an entry that is no URI', { redirect_uris: ['http://localhost', 'not a uri'] }, ['client-redirect-invalid']],
    ['a list that is none', { redirect_uris: 'http://localhost' }, ['client-redirect-invalid']],
    ['no list', { redirect_uris: undefined }, []],
  ])('of a Desktop client: %s', (_name, change, codes) => {
    expect(noticeCodes({ installed: { ...full, ...change } })).toEqual(codes);
  });

  it.each([
    [['http://example.com/auth_return'], ['client-redirect-window-only']],
    [['http://localhost'], ['client-redirect-window-only']],
    [['https://localhost:8443/cb'], ['client-redirect-window-only']],
    [['http://localhost:8080/'], []],
    [['http://[::1]:8080/cb'], []],
    [['urn:ietf:wg:oauth:2.0:oob', SUGGESTED_REDIRECT_URI], ['client-redirect-oob']],
    [[SUGGESTED_REDIRECT_URI, 'nonsense'], ['client-redirect-invalid']],
    [[SUGGESTED_REDIRECT_URI, 7], ['client-redirect-invalid']],
  ])('of a Web client with %j', (uris, codes) => {
    expect(noticeCodes({ web: { ...full, redirect_uris: uris } })).toEqual(codes);
  });

  it('name the foreign host, and never the path', () => {
    const [notice] = parsed({ installed: { ...full, token_uri: 'https://tokens.example/path?client_secret=x' } }).notices;
    expect(notice?.message).toContain('token_uri: tokens.example');
    expect(notice?.message).not.toContain('path');
  });

  it('tell a Web client which URI to add for the browser', () => {
    const [notice] = parsed({ web: { ...full, redirect_uris: ['http://example.com/auth_return'] } }).notices;
    expect(notice?.hint).toContain(SUGGESTED_REDIRECT_URI);
  });
});

describe('a file that is refused', () => {
  it.each<[string, unknown, string]>([
    ['not JSON', 'client_id=1', 'client-file-not-json'],
    ['empty', '', 'client-file-empty'],
    ['5 MB of junk', 'z'.repeat(5_000_000), 'client-file-too-large'],
    ['a list', [{ installed: full }], 'client-file-array'],
    ['a number', 7, 'client-file-not-object'],
    ['null', 'null', 'client-file-not-object'],
    ['an empty object', {}, 'client-file-unknown'],
    ['both types', { installed: full, web: full }, 'client-file-both-types'],
    ['a service account', { type: 'service_account', private_key: 'x', client_email: 'a@b' }, 'client-file-service-account'],
    ['a service account without type', { private_key: 'x', client_email: 'a@b' }, 'client-file-service-account'],
    ['an authorized user', { type: 'authorized_user', client_id: ID, client_secret: 's', refresh_token: '1//x' }, 'client-file-authorized-user'],
    ['a credential file', { _class: 'OAuth2Credentials', client_id: ID, refresh_token: 'x' }, 'client-file-credential'],
    ['a credential store', { file_version: 1, data: [] }, 'client-file-credential'],
    ['an external account', { type: 'external_account' }, 'client-file-external-account'],
    ['Firebase', { project_info: {}, client: [] }, 'client-file-android'],
    ['an ID without type', { client_id: ID }, 'client-file-no-type'],
    ['a section that is no object', { installed: 'x' }, 'client-file-section'],
    ['a section that is null', { web: null }, 'client-file-section'],
    ['a missing ID', { installed: { ...full, client_id: undefined } }, 'client-id-missing'],
    ['an empty ID', { installed: { ...full, client_id: '' } }, 'client-id-empty'],
    ['a blank ID', { installed: { ...full, client_id: ' \n' } }, 'client-id-empty'],
    ['an ID that is a number', { installed: { ...full, client_id: 418 } }, 'client-id-not-text'],
    ['a placeholder', { installed: { ...full, client_id: '[[INSERT CLIENT ID HERE]]' } }, 'client-id-placeholder'],
    ['another placeholder', { installed: { ...full, client_id: 'YOUR_CLIENT_ID' } }, 'client-id-placeholder'],
    ['an ID with a line break', { installed: { ...full, client_id: `${ID}\n` } }, 'client-id-whitespace'],
    ['an ID with a space', { installed: { ...full, client_id: ` ${ID}` } }, 'client-id-whitespace'],
    ['an endless ID', { installed: { ...full, client_id: 'x'.repeat(300) } }, 'client-id-too-long'],
    ['a placeholder secret', { installed: { ...full, client_secret: '[[INSERT CLIENT SECRET HERE]]' } }, 'client-secret-placeholder'],
    ['a secret with a line break', { installed: { ...full, client_secret: 'GOCSPX-a\n' } }, 'client-secret-whitespace'],
    ['a secret that is an object', { installed: { ...full, client_secret: {} } }, 'client-secret-not-text'],
    ['an Android client', { installed: { client_id: ID, project_id: 'p', ...google } }, 'client-mobile'],
    ['an iOS client', { installed: { client_id: ID, redirect_uris: ['com.googleusercontent.apps.418203957716-p7:/cb'] } }, 'client-mobile'],
    ['a Web client without redirects', { web: { ...full, redirect_uris: undefined } }, 'client-redirect-missing'],
    ['a Web client with an empty list', { web: { ...full, redirect_uris: [] } }, 'client-redirect-missing'],
    ['a Web client with out-of-band only', { web: { ...full, redirect_uris: ['urn:ietf:wg:oauth:2.0:oob'] } }, 'client-redirect-oob'],
    ['a Desktop client with out-of-band only', { installed: { ...full, redirect_uris: ['urn:ietf:wg:oauth:2.0:oob', 'oob'] } }, 'client-redirect-oob'],
    ['a Web client with nonsense', { web: { ...full, redirect_uris: ['nonsense', 'https://'] } }, 'client-redirect-invalid'],
    ['a Web client with fragments', { web: { ...full, redirect_uris: ['https://example.com/#cb', 'https://u:p@example.com/'] } }, 'client-redirect-invalid'],
    ['a Web client with an own scheme', { web: { ...full, redirect_uris: ['com.example.app:/cb'] } }, 'client-redirect-unusable'],
  ])('%s', (_name, value, code) => {
    const fault = faultOf(value);
    expect(fault.code).toBe(code);
    expect(fault.problems).toEqual([]);
    expect(fault.message).toMatch(/^[A-Z].*\.$/);
    expect(fault.hint).toMatch(/\.$|\}/);
    // What it says never repeats a secret of the file.
    expect(`${fault.message} ${fault.hint ?? ''}`).not.toMatch(/GOCSPX|1\/\//);
  });

  it('says of a credential that it cannot be imported yet', () => {
    expect(faultOf({ type: 'authorized_user' }).hint).toContain('Import credentials');
  });

  it('names the URI a Web client must register', () => {
    expect(faultOf({ web: { client_id: ID } }).hint).toContain(SUGGESTED_REDIRECT_URI);
  });

  it('tells all problems at once', () => {
    const fault = faultOf({ web: { client_id: '[[ID]]', client_secret: 'a b', redirect_uris: ['oob'] } });
    expect(fault.problems.map((one) => one.code)).toEqual(['client-id-placeholder', 'client-secret-whitespace', 'client-redirect-oob']);
    expect(fault).toMatchObject(fault.problems[0] ?? {});
  });
});

describe('whatever it is given', () => {
  it('is not fooled by inherited or polluting names', () => {
    for (const text of [
      '{"__proto__":{"installed":{"client_id":"x"}}}',
      '{"constructor":{"prototype":{"web":1}}}',
      '{"installed":{"__proto__":{"client_id":"x"}}}',
    ]) {
      expect(parse(text).ok, text).toBe(false);
    }
    expect(Object.prototype).not.toHaveProperty('installed');
    expect(Object.prototype).not.toHaveProperty('client_id');
  });

  it('answers, and never throws', () => {
    const section = fc.record(
      {
        client_id: fc.oneof(fc.constant(ID), fc.string(), fc.jsonValue()),
        client_secret: fc.oneof(fc.string(), fc.jsonValue()),
        project_id: fc.jsonValue(),
        auth_uri: fc.oneof(fc.webUrl(), fc.jsonValue()),
        token_uri: fc.oneof(fc.webUrl(), fc.jsonValue()),
        redirect_uris: fc.oneof(fc.array(fc.oneof(fc.webUrl(), fc.string(), fc.jsonValue())), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    const file = fc.oneof(fc.record({ installed: section }), fc.record({ web: section }), fc.jsonValue());
    fc.assert(
      fc.property(file, (value) => {
        const outcome = parse(JSON.stringify(value));
        if (outcome.ok) expect(outcome.value.clientId).toMatch(/^\S+$/);
        else expect(outcome.error.message).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseClientFile(text, 0).ok === false));
  });
});
