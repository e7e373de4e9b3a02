import { describe, expect, it } from 'vitest';
import { isShown, lookOf, stateWords, timeWords, titleWords } from './event-words.ts';
import { rowSample } from './testing/samples.ts';

describe('what an event is called', () => {
  it.each([
    ['Choir', false, 'Choir'],
    [' Choir ', false, 'Choir'],
    ['', false, '(No title)'],
    ['  ', false, '(No title)'],
    [null, false, '(No title)'],
    [null, true, 'Busy'],
    ['Choir', true, 'Choir'],
  ])('%j, busy only %s: %s', (title, busyOnly, words) => {
    expect(titleWords({ title, busyOnly })).toBe(words);
  });
});

describe('how it is drawn and whether', () => {
  it('takes the strongest state', () => {
    expect(lookOf(rowSample({ status: 'cancelled', response: 'declined' }))).toBe('cancelled');
    expect(lookOf(rowSample({ status: 'tentative', response: 'declined' }))).toBe('declined');
    expect(lookOf(rowSample({ response: 'needsAction' }))).toBe('tentative');
    expect(lookOf(rowSample({ response: 'accepted' }))).toBe('plain');
  });

  it('says in words what the look tells', () => {
    expect(stateWords(rowSample({ status: 'tentative', response: 'tentative', private: true, seriesId: 's' }))).toEqual([
      'tentative',
      'you answered maybe',
      'private',
      'repeats',
    ]);
    expect(stateWords(rowSample())).toEqual([]);
  });

  it('hides the declined and the cancelled each by its own switch', () => {
    const declined = rowSample({ response: 'declined' });
    const cancelled = rowSample({ status: 'cancelled', response: 'declined' });
    expect(isShown(declined, { showDeclined: false, showCancelled: true })).toBe(false);
    expect(isShown(declined, { showDeclined: true, showCancelled: false })).toBe(true);
    expect(isShown(cancelled, { showDeclined: true, showCancelled: false })).toBe(false);
    expect(isShown(cancelled, { showDeclined: false, showCancelled: true })).toBe(true);
  });
});

describe('when, under the heading of a day', () => {
  const words = (start: string, end: string, date: string, zone: string, format24Hour = true) => timeWords(rowSample({ start, end }), date, zone, format24Hour);

  it('is the clock of the zone', () => {
    expect(words('2026-11-24T09:00:00Z', '2026-11-24T10:30:00Z', '2026-11-24', 'Europe/Berlin')).toBe('10:00 – 11:30');
    expect(words('2026-11-24T09:00:00Z', '2026-11-24T10:30:00Z', '2026-11-24', 'Asia/Kathmandu')).toBe('14:45 – 16:15');
    expect(words('2026-11-24T09:00:00Z', '2026-11-24T10:30:00Z', '2026-11-24', 'America/New_York', false)).toBe('4:00 am – 5:30 am');
  });

  it('goes by each end’s own offset in the nights the clocks change', () => {
    // 01:30 CET to 03:30 CEST is one hour; 02:30 CEST to 02:30 CET too.
    expect(words('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-03-29', 'Europe/Berlin')).toBe('01:30 – 03:30');
    expect(words('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25', 'Europe/Berlin')).toBe('02:30 – 02:30');
    expect(words('2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '2026-11-01', 'America/New_York')).toBe('01:30 – 01:30');
  });

  it('is cut at the borders of the day', () => {
    const night = ['2026-11-24T21:00:00Z', '2026-11-26T01:00:00Z'] as const;
    expect(words(...night, '2026-11-24', 'Europe/Berlin')).toBe('from 22:00');
    expect(words(...night, '2026-11-25', 'Europe/Berlin')).toBe('All day');
    expect(words(...night, '2026-11-26', 'Europe/Berlin')).toBe('until 02:00');
  });

  it('ends with the day when it ends at midnight', () => {
    expect(words('2026-11-24T21:00:00Z', '2026-11-24T23:00:00Z', '2026-11-24', 'Europe/Berlin')).toBe('22:00 – 00:00');
  });

  it('says one time for a moment, and all day for dates', () => {
    expect(words('2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z', '2026-11-24', 'Europe/Berlin')).toBe('10:00');
    expect(timeWords(rowSample({ allDay: true, start: '2026-11-24', end: '2026-11-25' }), '2026-11-24', 'Pacific/Kiritimati', true)).toBe('All day');
  });
});
