import { describe, expect, it } from 'vitest';
import { byWeight, consentedWords, listSummary, liveText, matchesFilter, needsOwner, nextStep, ringLook, stateAt } from './standing.ts';
import { account, authorization, granted, NOW, SCOPE } from './testing/samples.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const problem = (message: string) => ({ code: 'x', message, hint: null });

describe('stateAt', () => {
  it('turns an active authorization into an expired one when its access token ends', () => {
    expect(stateAt(authorization(), NOW)).toBe('active');
    expect(stateAt(authorization(), NOW + 41 * MINUTE)).toBe('expired');
  });

  it('keeps what main says in every other state', () => {
    expect(stateAt(authorization({ state: 'unknown-offline' }), NOW + HOUR)).toBe('unknown-offline');
    expect(stateAt(authorization({ state: 'revoked' }), NOW + HOUR)).toBe('revoked');
  });
});

describe('liveText', () => {
  it('counts down, then says since when it is over', () => {
    expect(liveText(authorization(), NOW)).toBe('41 min left');
    expect(liveText(authorization(), NOW + 41 * MINUTE + 2 * HOUR)).toBe('Ended 2 hours ago');
  });

  it('gives the reason of a state that a clock does not explain', () => {
    const ended = authorization({ state: 'sign-in-needed', reason: problem('Sign-in ended after 7 days.') });
    expect(liveText(ended, NOW)).toBe('Sign-in ended after 7 days');
    expect(liveText(authorization({ state: 'revoked', reason: null }), NOW)).toBe('Access was taken back');
  });

  it('says what was last known while offline', () => {
    expect(liveText(authorization({ state: 'unknown-offline' }), NOW)).toBe('Last known: until 11:05');
    expect(liveText(authorization({ state: 'unknown-offline' }), NOW + 2 * HOUR)).toBe('Last known: ended 1 hour ago');
    expect(liveText(authorization({ state: 'unknown-offline', accessToken: null }), NOW)).toBe('Google could not be reached');
  });
});

describe('ringLook', () => {
  it('draws the share of the access token that is left', () => {
    const { look } = ringLook(authorization(), NOW);
    expect(look.kind === 'share' && look.share).toBeCloseTo(41 / 60, 5);
  });

  it('has its own look for every other state', () => {
    expect(ringLook(authorization({ state: 'expired' }), NOW).look.kind).toBe('dashed');
    expect(ringLook(authorization({ state: 'sign-in-needed' }), NOW).look.kind).toBe('alert');
    expect(ringLook(authorization({ state: 'revoked' }), NOW).look.kind).toBe('empty');
    expect(ringLook(authorization({ state: 'unknown-offline' }), NOW)).toMatchObject({ frozen: true, look: { kind: 'share' } });
  });
});

describe('what comes next', () => {
  it('refreshes what it can and signs in again where it must', () => {
    expect(nextStep(authorization(), NOW)).toBeNull();
    expect(nextStep(authorization({ state: 'expired' }), NOW)).toBe('refresh');
    expect(nextStep(authorization({ state: 'expired', hasRefreshToken: false }), NOW)).toBe('reauthorize');
    expect(nextStep(authorization({ state: 'unknown-offline' }), NOW)).toBe('refresh');
    expect(nextStep(authorization({ state: 'sign-in-needed' }), NOW)).toBe('reauthorize');
    expect(nextStep(authorization({ state: 'revoked' }), NOW)).toBe('reauthorize');
  });

  it('counts those that wait for their owner, not those ended on purpose', () => {
    const states = (['active', 'expired', 'sign-in-needed', 'revoked'] as const).map((state, n) =>
      authorization({ id: String(n), state, account: account(String(n), `${String(n)}@x.example`) }),
    );
    expect(states.map((one) => needsOwner(one, NOW))).toEqual([false, true, true, false]);
    expect(listSummary(states, NOW)).toBe('4 accounts · 2 need you');
  });

  it('tells accounts from authorizations', () => {
    const two = [authorization(), authorization({ id: 'a2', state: 'expired' })];
    expect(listSummary(two, NOW)).toBe('1 account · 2 authorizations · 1 needs you');
    expect(listSummary([authorization()], NOW)).toBe('1 account');
  });
});

describe('words and order', () => {
  it('says when and where it was signed in', () => {
    expect(consentedWords(authorization())).toBe('signed in Thu 19 Nov, 10:42, in your browser');
    expect(consentedWords(authorization({ consentedIn: 'app-window' }))).toContain('in an app window');
  });

  it('puts the weightiest scopes first and sign-in last', () => {
    const mixed = [granted(SCOPE.openid), granted(SCOPE.events), granted(SCOPE.email), granted(SCOPE.drive)];
    expect(byWeight(mixed).map((one) => one.shortName)).toEqual(['drive.readonly', 'calendar.events', 'openid', 'userinfo.email']);
  });

  it('finds by address, client and scope, every word', () => {
    expect(matchesFilter(authorization(), 'ADA rota')).toBe(true);
    expect(matchesFilter(authorization(), 'calendar.events')).toBe(true);
    expect(matchesFilter(authorization(), 'ada drive')).toBe(false);
    expect(matchesFilter(authorization(), '  ')).toBe(true);
  });
});
