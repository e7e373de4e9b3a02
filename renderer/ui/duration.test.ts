import { describe, expect, it } from 'vitest';
import { countdown, DAY, dateTime, dayLabel, HOUR, MINUTE, SECOND, span, startOfDay, timeAgo, timeLeft, timeUntil } from './duration.ts';

describe('span', () => {
  it.each([
    [0, '0 s'],
    [400, '1 s'],
    [42 * SECOND, '42 s'],
    [MINUTE, '60 s'],
    [MINUTE + 1, '2 min'],
    [41 * MINUTE, '41 min'],
    [HOUR, '60 min'],
    [HOUR + 1, '1 hour'],
    [2 * HOUR + 59 * MINUTE, '2 hours'],
    [DAY, '1 day'],
    [3.9 * DAY, '3 days'],
    [59 * DAY, '59 days'],
    [60 * DAY, '2 months'],
    [181 * DAY, '6 months'],
    [-5, '0 s'],
  ])('%d ms is %s', (ms, words) => {
    expect(span(ms)).toBe(words);
  });
});

describe('words around a span', () => {
  it('says what is left, and nothing once it is over', () => {
    expect(timeLeft(41 * MINUTE)).toBe('41 min left');
    expect(timeLeft(0)).toBeNull();
    expect(timeLeft(-1)).toBeNull();
  });

  it('looks ahead and back', () => {
    expect(timeUntil(3 * DAY)).toBe('in 3 days');
    expect(timeUntil(0)).toBe('now');
    expect(timeAgo(59 * SECOND)).toBe('just now');
    expect(timeAgo(MINUTE)).toBe('1 min ago');
    expect(timeAgo(2 * HOUR + 30 * MINUTE)).toBe('2 hours ago');
    expect(timeAgo(DAY)).toBe('1 day ago');
    expect(timeAgo(400 * DAY)).toBe('13 months ago');
  });
});

describe('countdown', () => {
  it.each([
    [252_000, '4:12'],
    [251_001, '4:12'],
    [300_000, '5:00'],
    [9_000, '0:09'],
    [1, '0:01'],
    [0, '0:00'],
    [-1_000, '0:00'],
  ])('%d ms is %s', (ms, words) => {
    expect(countdown(ms)).toBe(words);
  });
});

describe('moments', () => {
  it('names the day and the time of day', () => {
    const at = new Date(2026, 10, 19, 10, 42).getTime();
    expect(dateTime(at)).toBe('Thu 19 Nov, 10:42');
    expect(dayLabel(at)).toBe('Thu 19');
  });

  it('steps by calendar days, not by 24 hours', () => {
    const at = new Date(2026, 9, 31, 23, 59).getTime();
    expect(startOfDay(at)).toBe(new Date(2026, 9, 31).getTime());
    expect(startOfDay(at, 1)).toBe(new Date(2026, 10, 1).getTime());
    expect(startOfDay(at, -31)).toBe(new Date(2026, 8, 30).getTime());
  });
});
