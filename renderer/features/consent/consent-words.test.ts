import { describe, expect, it } from 'vitest';
import { SCOPE } from '../authorizations/testing/samples.ts';
import { attempt } from './testing/attempts.ts';
import { askedWords, cancelledWords, nowWords, stepState } from './consent-words.ts';

describe('stepState', () => {
  it('tells done, current and ahead apart', () => {
    const one = attempt();
    expect(stepState(one, 'A')).toBe('done');
    expect(stepState(one, 'B')).toBe('current');
    expect(stepState(one, 'C')).toBe('ahead');
  });

  it('has no current step once settled', () => {
    expect(stepState(attempt({ outcome: { kind: 'cancelled' } }), 'B')).toBe('ahead');
  });
});

describe('words', () => {
  it('says where to finish', () => {
    expect(nowWords(attempt())).toContain('app window');
    expect(nowWords(attempt({ surface: 'browser' }))).toContain('browser page');
    expect(new Set((['A', 'B', 'C', 'D', 'E'] as const).map((step) => nowWords(attempt({ step })))).size).toBe(5);
  });

  it('counts what was asked, sign-in apart', () => {
    expect(askedWords({ scopes: [SCOPE.events, SCOPE.drive, SCOPE.openid] })).toBe('2 scopes · 1 restricted');
    expect(askedWords({ scopes: [SCOPE.events] })).toBe('1 scope');
    expect(askedWords({ scopes: [SCOPE.openid] })).toBe('Sign-in only');
  });

  it('does not say that nothing changed after a drop: the grant is gone', () => {
    expect(cancelledWords({ purpose: 'new', expectedEmail: null })).toContain('Nothing was granted');
    expect(cancelledWords({ purpose: 'drop', expectedEmail: 'ada@x.example' })).toContain('ada@x.example has no access');
  });
});
