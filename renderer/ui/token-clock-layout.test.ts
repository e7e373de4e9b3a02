import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from './duration.ts';
import { layoutTokenClock, place, scaleOf, type TokenClockData } from './token-clock-layout.ts';

const now = new Date(2026, 10, 23, 10, 24).getTime();
const data: TokenClockData = {
  consentedAt: new Date(2026, 10, 19, 10, 42).getTime(),
  accessToken: { issuedAt: now - 19 * MINUTE, expiresAt: now + 41 * MINUTE },
  tokenLives: [],
  signInEnds: { at: new Date(2026, 10, 26, 10, 42).getTime(), certain: false, why: '' },
  over: false,
};

describe('scaleOf', () => {
  it('names whole days and marks today', () => {
    const scale = scaleOf(now, 7, now);
    expect(scale.days.map((day) => day.label)).toEqual(['Today', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27', 'Sat 28', 'Sun 29']);
    expect(scale.days.filter((day) => day.today)).toHaveLength(1);
    expect(scale.days[0]?.at).toBe(0);
    expect(scale.days[6]?.to).toBe(1);
  });

  it('holds places inside the picture', () => {
    const scale = scaleOf(now, 2, now);
    expect(place(scale, scale.start)).toBe(0);
    expect(place(scale, scale.start - DAY)).toBe(0);
    expect(place(scale, scale.end + DAY)).toBe(1);
    expect(place(scale, (scale.start + scale.end) / 2)).toBe(0.5);
  });
});

describe('layoutTokenClock', () => {
  it('shows four days back and the end of sign-in', () => {
    const layout = layoutTokenClock(data, now);
    expect(layout.scale.days.map((day) => day.label)).toEqual(['Thu 19', 'Fri 20', 'Sat 21', 'Sun 22', 'Today', 'Tue 24', 'Wed 25', 'Thu 26']);
    expect(layout.until).toBe(now + 41 * MINUTE);
    expect(layout.signIn.startShown).toBe(true);
    expect(layout.signIn.to).toBe(layout.now);
    expect(layout.signIn.end).toBeGreaterThan(layout.now);
    expect(layout.signIn.reach).toBe(layout.signIn.end);
  });

  it('starts today for a sign-in of today, and at the edge for an old one', () => {
    expect(layoutTokenClock({ ...data, consentedAt: now - HOUR }, now).scale.days[0]?.label).toBe('Today');
    const old = layoutTokenClock({ ...data, consentedAt: now - 90 * DAY }, now);
    expect(old.signIn).toMatchObject({ from: 0, startShown: false });
  });

  it('reaches the edge when no end is known or it lies far away', () => {
    expect(layoutTokenClock({ ...data, signInEnds: null }, now).signIn).toMatchObject({ end: null, reach: 1 });
    const far = { at: now + 180 * DAY, certain: true, why: '' };
    expect(layoutTokenClock({ ...data, signInEnds: far }, now).signIn).toMatchObject({ end: null, reach: 1 });
  });

  it('stops at the end of a sign-in that is over', () => {
    const ended = { at: now - HOUR, certain: true, why: '' };
    const layout = layoutTokenClock({ ...data, signInEnds: ended, over: true }, now);
    expect(layout.signIn.to).toBeLessThan(layout.now);
    expect(layout.signIn.reach).toBe(layout.signIn.to);
    expect(layout.until).toBeNull();
  });

  it('joins lives that touch, drops what lies before the scale, and never draws the future', () => {
    const lives = [
      { from: now - 30 * DAY, to: now - 30 * DAY + HOUR },
      { from: now - 2 * DAY, to: now - 2 * DAY + HOUR },
      { from: now - 2 * DAY + HOUR + 2 * MINUTE, to: now - 2 * DAY + 2 * HOUR },
      { from: now - 19 * MINUTE, to: now + 41 * MINUTE },
    ];
    const layout = layoutTokenClock({ ...data, tokenLives: lives }, now);
    expect(layout.lives).toHaveLength(2);
    expect(layout.lives[1]?.to).toBe(layout.now);
  });

  it('places the end its owner gave it, also beyond the edge', () => {
    expect(layoutTokenClock({ ...data, timeBox: { endsAt: now + DAY } }, now).box).toMatchObject({ endsAt: now + DAY, shown: true });
    expect(layoutTokenClock({ ...data, timeBox: { endsAt: now + 30 * DAY } }, now).box).toMatchObject({ at: 1, shown: false });
    expect(layoutTokenClock({ ...data, timeBox: { endsAt: now - 1 } }, now).box).toBeNull();
    expect(layoutTokenClock(data, now).box).toBeNull();
  });

  it('says nothing of a token that has ended or is not there', () => {
    expect(layoutTokenClock({ ...data, accessToken: { issuedAt: now - 2 * HOUR, expiresAt: now - HOUR } }, now).until).toBeNull();
    expect(layoutTokenClock({ ...data, accessToken: null }, now)).toMatchObject({ until: null, lives: [] });
  });
});
