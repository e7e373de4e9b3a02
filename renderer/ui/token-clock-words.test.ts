import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from './duration.ts';
import type { TokenClockData } from './token-clock-layout.ts';
import { tokenClockWords } from './token-clock-words.ts';

const now = new Date(2026, 10, 23, 10, 24).getTime();
const data: TokenClockData = {
  consentedAt: now - 4 * DAY,
  accessToken: { issuedAt: now - 19 * MINUTE, expiresAt: now + 41 * MINUTE },
  tokenLives: [],
  signInEnds: { at: now + 3 * DAY, certain: false, why: 'apps in Testing sign out after 7 days' },
  over: false,
};

describe('tokenClockWords', () => {
  it('says both ends, and why', () => {
    expect(tokenClockWords(data, now)).toEqual({
      access: { label: 'Access token', value: '41 min left', live: true },
      signIn: { label: 'Sign-in likely ends', value: 'in 3 days', known: true },
      box: null,
      why: 'Access token until 11:05. Sign-in likely ends Thu 26 Nov, 10:24: apps in Testing sign out after 7 days.',
    });
  });

  it('is certain only when Google named the end', () => {
    const certain = { at: now + 3 * DAY, certain: true, why: 'Google said so.' };
    const words = tokenClockWords({ ...data, signInEnds: certain }, now);
    expect(words.signIn.label).toBe('Sign-in ends');
    expect(words.why).toContain('Google said so.');
    expect(words.why).not.toContain('likely');
  });

  it('claims nothing it does not know', () => {
    const words = tokenClockWords({ ...data, accessToken: null, signInEnds: null }, now);
    expect(words).toEqual({
      access: { label: 'Access token', value: 'none', live: false },
      signIn: { label: 'Sign-in', value: 'no known end', known: false },
      box: null,
      why: null,
    });
  });

  it('says the end its owner gave it, while that lies ahead', () => {
    const boxed = { ...data, timeBox: { endsAt: now + 8 * HOUR } };
    expect(tokenClockWords(boxed, now).box).toEqual({ label: 'Revoked by itself', value: 'in 8 hours' });
    expect(tokenClockWords(boxed, now + 8 * HOUR).box).toBeNull();
    expect(tokenClockWords({ ...boxed, over: true }, now).box).toBeNull();
  });

  it('says what is over', () => {
    const ended = { ...data, accessToken: { issuedAt: now - 3 * HOUR, expiresAt: now - 2 * HOUR }, signInEnds: { at: now - DAY, certain: true, why: '' }, over: true };
    const words = tokenClockWords(ended, now);
    expect(words.access.value).toBe('ended 2 hours ago');
    expect(words.signIn).toMatchObject({ label: 'Sign-in ended', value: '1 day ago' });
    expect(tokenClockWords({ ...data, signInEnds: null, over: true }, now)).toMatchObject({
      access: { value: 'no longer valid', live: false },
      signIn: { label: 'Sign-in', value: 'over' },
      why: null,
    });
  });
});
