import { describe, expect, it } from 'vitest';
import { distinctScopes, isSignInScope, normalizeScope, sameScopes, splitScopes, withSignIn } from './normalize.ts';
import { SCOPE_PREFIX } from './scope-entry.ts';

const P = SCOPE_PREFIX;

describe('normalizeScope', () => {
  it.each([
    ['email', `${P}userinfo.email`],
    ['profile', `${P}userinfo.profile`],
    ['openid', 'openid'],
    ['https://www.google.com/m8/feeds/', `${P}contacts`],
    ['https://www.google.com/calendar/feeds', `${P}calendar`],
    ['https://example.com/other', 'https://example.com/other'],
    // Scopes are case-sensitive.
    ['Email', 'Email'],
  ])('%s → %s', (scope, expected) => {
    expect(normalizeScope(scope)).toBe(expected);
  });
});

describe('scope lists', () => {
  it('compare as sets', () => {
    expect(sameScopes(['openid', 'email'], [`${P}userinfo.email`, 'openid', 'openid'])).toBe(true);
    expect(sameScopes(['openid'], ['openid', 'email'])).toBe(false);
    expect(sameScopes([`${P}tasks`, 'openid'], ['email', 'openid'])).toBe(false);
    expect(sameScopes([], [])).toBe(true);
  });

  it('are split at spaces', () => {
    expect(splitScopes(' a  b c ')).toEqual(['a', 'b', 'c']);
    expect(splitScopes('')).toEqual([]);
  });

  it('keep the first spelling of each scope', () => {
    expect(distinctScopes(['email', `${P}userinfo.email`, `${P}tasks`])).toEqual(['email', `${P}tasks`]);
  });

  it('know sign-in scopes', () => {
    expect(['openid', 'email', `${P}userinfo.profile`].every(isSignInScope)).toBe(true);
    expect(isSignInScope(`${P}calendar`)).toBe(false);
  });
});

describe('withSignIn', () => {
  it('puts the three in front', () => {
    expect(withSignIn([`${P}calendar`])).toEqual(['openid', 'email', 'profile', `${P}calendar`]);
  });

  it('adds nothing twice, whatever the spelling', () => {
    expect(withSignIn([`${P}userinfo.email`, 'openid', 'profile'])).toEqual([`${P}userinfo.email`, 'openid', 'profile']);
    expect(withSignIn(withSignIn([]))).toEqual(['openid', 'email', 'profile']);
  });
});
