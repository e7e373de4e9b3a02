import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../shared/base64url.ts';
import { readAccountsPage } from './accounts-page.ts';
import { decodeAuthError } from './auth-error.ts';

const origin = 'https://accounts.google.com';
/** Protobuf: field 1 the code, then whatever else. */
function encode(code: string, rest: readonly number[] = []): string {
  return encodeBase64Url(Uint8Array.from([0x0a, code.length, ...new TextEncoder().encode(code), ...rest]));
}
const error = (code: string, path = '/signin/oauth/error'): string => `${origin}${path}?authError=${encode(code, [0x12, 1, 0x41])}&client_id=x&flowName=GeneralOAuthFlow`;

describe('authError', () => {
  it('decodes the prefixes that Google was seen to send', () => {
    const seen: readonly (readonly [prefix: string, code: string])[] = [
      ['ChRkaXNhbGxvd2VkX3VzZXJhZ2VudA', 'disallowed_useragent'],
      ['ChVyZWRpcmVjdF91cmlfbWlzbWF0Y2gS', 'redirect_uri_mismatch'],
      ['Cg1hY2Nlc3NfZGVuaWVk', 'access_denied'],
      ['Cg5pbnZhbGlkX2NsaWVudBI', 'invalid_client'],
      ['Cg5kZWxldGVkX2NsaWVudBI', 'deleted_client'],
      ['Cg9pbnZhbGlkX3JlcXVlc3Q', 'invalid_request'],
      ['ChVhZG1pbl9wb2xpY3lfZW5mb3JjZWQ', 'admin_policy_enforced'],
      ['CgxvcmdfaW50ZXJuYWw', 'org_internal'],
      ['Cg1pbnZhbGlkX3Njb3BlEg', 'invalid_scope'],
    ];
    for (const [prefix, code] of seen) expect(decodeAuthError(prefix), code).toBe(code);
  });

  it('takes padding, escapes, plain base64 and a cut end', () => {
    const text = encode('access_denied', [0xfb, 0xff, 0xfe]);
    expect(decodeAuthError(`${text}%3D%3D`)).toBe('access_denied');
    expect(decodeAuthError(`${text}==`)).toBe('access_denied');
    expect(decodeAuthError(text.replaceAll('-', '+').replaceAll('_', '/'))).toBe('access_denied');
    for (let cut = 20; cut <= text.length; cut += 1) expect(decodeAuthError(text.slice(0, cut)), String(cut)).toBe('access_denied');
  });

  it('gives null when there is no code to read', () => {
    for (const wrong of ['', '%%%', 'ChRk', encode('Access Denied'), encode(''), 'EgR0ZXN0', encode('<script>')]) expect(decodeAuthError(wrong), wrong).toBeNull();
  });

  it('reads every code, whatever follows it, and never throws', () => {
    const code = fc.stringMatching(/^[a-z_]{1,60}$/);
    fc.assert(fc.property(code, fc.array(fc.nat(255), { maxLength: 200 }), (name, rest) => { expect(decodeAuthError(encode(name, rest))).toBe(name); }));
    fc.assert(fc.property(fc.string(), (text) => { expect(decodeAuthError(text) ?? 'null').toMatch(/^[a-z_]+$/); }));
  });
});

describe('pages of the accounts origin', () => {
  it.each(['/v3/signin/rejected?continue=x&rrk=46', '/signin/rejected', '/v2/signin/rejected/', '/o/oauth2/v2/auth?error=disallowed_useragent'])(
    'that refuse this window: %s',
    (path) => expect(readAccountsPage(origin + path, origin)).toEqual({ kind: 'refused' }),
  );

  it('that refuse it by their code', () => {
    expect(readAccountsPage(error('disallowed_useragent'), origin)).toEqual({ kind: 'refused' });
    expect(readAccountsPage(error('disallowed_useragent', '/signin/oauth/error/v2'), origin)).toEqual({ kind: 'refused' });
  });

  it('that show an error', () => {
    expect(readAccountsPage(error('redirect_uri_mismatch'), origin)).toEqual({ kind: 'error', code: 'redirect_uri_mismatch' });
    expect(readAccountsPage(error('org_internal', '/signin/oauth/error/v2'), origin)).toEqual({ kind: 'error', code: 'org_internal' });
    expect(readAccountsPage(`${origin}/signin/oauth/error`, origin)).toEqual({ kind: 'error', code: 'unknown_oauth_error' });
    expect(readAccountsPage(`${origin}/signin/oauth/error?authError=!!`, origin)).toEqual({ kind: 'error', code: 'unknown_oauth_error' });
  });

  it.each([
    `${origin}/v3/signin/identifier?continue=${encodeURIComponent('https://accounts.google.com/v3/signin/rejected')}`,
    `${origin}/signin/oauth/errors?authError=x`,
    `${origin}/signin/oauth/consent?authuser=0`,
    `${origin}/x/v3/signin/rejected`,
    'http://accounts.google.com/v3/signin/rejected',
    'https://accounts.google.com.evil.example/v3/signin/rejected',
    'https://accounts.google.com:8443/v3/signin/rejected',
    'https://evil.example/?error=disallowed_useragent',
    'about:blank',
    'nonsense',
  ])('that are something else: %s', (address) => expect(readAccountsPage(address, origin)).toBeNull());

  it('are told by the origin of a stand-in too', () => {
    expect(readAccountsPage('http://127.0.0.1:4000/v3/signin/rejected', 'http://127.0.0.1:4000')).toEqual({ kind: 'refused' });
    expect(readAccountsPage('https://accounts.google.com/v3/signin/rejected', 'http://127.0.0.1:4000')).toBeNull();
  });
});
