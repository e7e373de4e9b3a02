import { describe, expect, it } from 'vitest';
import { SCOPE } from '../authorizations/testing/samples.ts';
import { googlePages } from './google-pages.ts';

describe('googlePages', () => {
  it('counts the checkboxes of several scopes, sign-in apart', () => {
    const pages = googlePages([SCOPE.events, SCOPE.groups, SCOPE.openid, SCOPE.drive], null);
    expect(pages).toEqual(['Choose an account', 'Perhaps “Google hasn’t verified this app”', '3 checkboxes; tick what you allow']);
  });

  it('expects a plain question for one scope, and no warning for a harmless one', () => {
    expect(googlePages([SCOPE.file], null)).toEqual(['Choose an account', 'One question: allow or cancel']);
  });

  it('asks for nothing with sign-in alone, and names the account it expects', () => {
    expect(googlePages([SCOPE.openid], 'ada@x.example')).toEqual(['Sign in as ada@x.example', 'Continue: who you are, nothing else']);
  });
});
