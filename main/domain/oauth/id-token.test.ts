import { describe, expect, it } from 'vitest';
import { jwt } from '../testing/jwt.ts';
import { checkIdToken } from './id-token.ts';

const now = Date.UTC(2026, 10, 23, 9);
const seconds = now / 1000;
const clientId = '12-a.apps.googleusercontent.com';
const claims = { iss: 'https://accounts.google.com', aud: clientId, azp: clientId, sub: '108', iat: seconds, exp: seconds + 3600, nonce: 'n', email: 'ana@example.com' };
const check = (change: Record<string, unknown>, nonce: string | null = 'n'): string => {
  const result = checkIdToken(jwt({ ...claims, ...change }), { clientId, issuers: ['https://accounts.google.com'], nonce, now });
  return result.ok ? 'ok' : result.error.code;
};

describe('an ID token', () => {
  it('is taken with either form of its issuer, and within five minutes of clock difference', () => {
    expect(check({})).toBe('ok');
    expect(check({ iss: 'accounts.google.com' })).toBe('ok');
    expect(check({ exp: seconds - 299 })).toBe('ok');
    expect(check({ iat: seconds + 299 })).toBe('ok');
    expect(check({ nonce: undefined })).toBe('ok');
    expect(check({ nonce: 'anything' }, null)).toBe('ok');
    expect(check({ aud: [clientId, 'other'] })).toBe('ok');
  });

  it.each<readonly [string, Record<string, unknown>]>([
    ['id-token-issuer', { iss: 'https://evil.example' }],
    ['id-token-issuer', { iss: 'https://accounts.google.com.evil.example' }],
    ['id-token-issuer', { iss: undefined }],
    ['id-token-audience', { aud: 'other' }],
    ['id-token-audience', { aud: undefined }],
    ['id-token-audience', { aud: [clientId, 'other'], azp: 'other' }],
    ['id-token-nonce', { nonce: 'm' }],
    ['id-token-nonce', { nonce: null }],
    ['id-token-expired', { exp: seconds - 301 }],
    ['id-token-expired', { exp: undefined }],
    ['id-token-expired', { exp: 'soon' }],
    ['id-token-from-future', { iat: seconds + 301 }],
    ['id-token-malformed', { sub: '' }],
    ['id-token-malformed', { sub: 108 }],
  ])('is refused: %s', (code, change) => expect(check(change)).toBe(code));

  it('is refused when it is no JWT', () => {
    const result = checkIdToken('abc', { clientId, issuers: ['https://accounts.google.com'], nonce: null, now });
    expect(result.ok ? '' : result.error.code).toBe('id-token-malformed');
  });

  it.each<readonly [string, number, string]>([
    ['2 hours behind', -7200, 'The clock of this computer is about 2 hours behind Google’s, so its answer cannot be checked.'],
    ['6 minutes behind', -360, 'The clock of this computer is about 6 minutes behind Google’s, so its answer cannot be checked.'],
    ['3 days ahead', 3 * 86_400, 'The clock of this computer is about 3 days ahead of Google’s, so its answer cannot be checked.'],
  ])('that a clock %s cannot check is refused with that as the reason', (_what, off, message) => {
    const result = checkIdToken(jwt(claims), { clientId, issuers: ['https://accounts.google.com'], nonce: 'n', now: now + off * 1000 });
    expect(result).toMatchObject({ ok: false, error: { message, hint: 'Nothing was stored. Set date and time of this computer, then start again.' } });
  });
});
