import { describe, expect, it } from 'vitest';
import { SCOPE } from '../authorizations/testing/samples.ts';
import { attempt } from './testing/attempts.ts';
import { askedWords, browserMayHelp, cancelledWords, nowWords, sortIgnored, stepState } from './consent-words.ts';

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

describe('sortIgnored', () => {
  const problem = (code: string, message = code) => ({ code, message, hint: null });

  it('says aloud what stands in the way, the newest of it, and keeps strays quiet', () => {
    const { obstacle, quiet } = sortIgnored([problem('state-mismatch'), problem('blocked-host', 'first'), problem('blocked-host', 'second'), problem('other')]);
    expect(obstacle?.message).toBe('second');
    expect(quiet.map((one) => one.code)).toEqual(['state-mismatch', 'other']);
    expect(sortIgnored([])).toEqual({ obstacle: null, quiet: [] });
  });
});

describe('browserMayHelp', () => {
  const failed = (code: string) => ({ surface: 'app-window', outcome: { kind: 'failed', error: { code, message: '', hint: null, problems: [] } } }) as const;

  it('offers the browser where another surface can change something', () => {
    expect(browserMayHelp(failed('consent-timeout'))).toBe(true);
    expect(browserMayHelp(failed('app-window-failed'))).toBe(true);
    expect(browserMayHelp({ surface: 'app-window', outcome: { kind: 'cancelled' } })).toBe(true);
  });

  it('does not where Google would say the same, nor in the browser itself', () => {
    expect(browserMayHelp(failed('access-denied'))).toBe(false);
    expect(browserMayHelp(failed('deleted-client'))).toBe(false);
    expect(browserMayHelp(failed('id-token-from-future'))).toBe(false);
    expect(browserMayHelp({ surface: 'browser', outcome: { kind: 'cancelled' } })).toBe(false);
  });
});
