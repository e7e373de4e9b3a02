import { describe, expect, it } from 'vitest';
import { editedWords, isSkipped, isZone, ownZoneWords, plusDays, readDate, readTime, whenWords } from './times.ts';

const NOW = Date.UTC(2026, 10, 23, 10);
const timed = (start: string, end: string) => ({ allDay: false, start, end });
const days = (start: string, end: string) => ({ allDay: true, start, end });

describe('whenWords', () => {
  it.each([
    [timed('2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z'), 'Europe/London', 'Tue 24 Nov, 10:00 – 12:00'],
    [timed('2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z'), 'Asia/Kathmandu', 'Tue 24 Nov, 15:45 – 17:45'],
    [timed('2026-11-24T22:30:00Z', '2026-11-25T01:00:00Z'), 'Europe/London', 'Tue 24 Nov, 22:30 – Wed 25 Nov, 01:00'],
    [timed('2027-01-04T09:00:00Z', '2027-01-04T09:00:00Z'), 'UTC', 'Mon 4 Jan 2027, 09:00'],
    // Both sides of the date line.
    [timed('2026-11-24T10:30:00Z', '2026-11-24T11:00:00Z'), 'Pacific/Kiritimati', 'Wed 25 Nov, 00:30 – 01:00'],
    [timed('2026-11-24T10:30:00Z', '2026-11-24T11:00:00Z'), 'Pacific/Niue', 'Mon 23 Nov, 23:30 – Tue 24 Nov, 00:00'],
    // The night with two 02:30, and the one without any.
    [timed('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'), 'Europe/Berlin', 'Sun 25 Oct, 02:30 (UTC+2) – 02:30 (UTC+1)'],
    [timed('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'), 'Europe/Berlin', 'Sun 29 Mar, 01:30 (UTC+1) – 03:30 (UTC+2)'],
  ])('%j in %s', (span, zone, words) => {
    expect(whenWords(span, zone, NOW, true)).toBe(words);
  });

  it('tells all-day events by the days people see, in no zone', () => {
    expect(whenWords(days('2026-11-24', '2026-11-25'), 'Pacific/Niue', NOW, true)).toBe('Tue 24 Nov');
    expect(whenWords(days('2026-11-26', '2026-11-29'), 'Pacific/Kiritimati', NOW, true)).toBe('Thu 26 Nov – Sat 28 Nov');
    expect(whenWords(days('2026-12-31', '2027-01-02'), 'UTC', NOW, true)).toBe('Thu 31 Dec – Fri 1 Jan 2027');
    // An end that is not after the start is a server's slip: one day.
    expect(whenWords(days('2026-11-24', '2026-11-24'), 'UTC', NOW, true)).toBe('Tue 24 Nov');
  });

  it('breaks on nothing', () => {
    expect(whenWords(timed('soon', ''), 'UTC', NOW, true)).toBe('At an unknown time');
    expect(whenWords(days('', ''), 'UTC', NOW, true)).toBe('On an unknown day');
    expect(whenWords(timed('2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z'), 'Mars/Crater', NOW, true)).toBe('Tue 24 Nov, 10:00 – 12:00');
  });

  it('has a 12-hour clock', () => {
    expect(whenWords(timed('2026-11-24T00:05:00Z', '2026-11-24T12:00:00Z'), 'UTC', NOW, false)).toBe('Tue 24 Nov, 12:05 am – 12:00 pm');
  });
});

describe('ownZoneWords', () => {
  const span = timed('2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z');
  const own = (startZone: string | null, endZone: string | null = startZone) => ownZoneWords(span, { startZone, endZone }, 'Europe/London', NOW, true);

  it('is silent where the clocks show the same', () => {
    expect(own(null)).toBeNull();
    expect(own('Europe/London')).toBeNull();
    expect(own('Europe/Lisbon')).toBeNull();
    expect(own('Nowhere/Land')).toBeNull();
    expect(ownZoneWords(days('2026-11-24', '2026-11-25'), { startZone: 'Asia/Tokyo', endZone: null }, 'UTC', NOW, true)).toBeNull();
  });

  it('tells the time there', () => {
    expect(own('Asia/Kathmandu')).toBe('Tue 24 Nov, 15:45 – 17:45 in Kathmandu (UTC+5:45)');
    expect(own('America/New_York')).toBe('Tue 24 Nov, 05:00 – 07:00 in New York (UTC−5)');
    expect(own('Europe/London', 'America/New_York')).toBe('10:00 in London (UTC) – 07:00 in New York (UTC−5)');
  });
});

describe('edited times', () => {
  it('are told in their own zone', () => {
    expect(editedWords({ date: '2026-11-26' }, { date: '2026-11-29' }, NOW, true)).toBe('Thu 26 Nov – Sat 28 Nov');
    const zone = 'Asia/Kathmandu';
    expect(editedWords({ dateTime: '2026-11-26T09:00', zone }, { dateTime: '2026-11-26T10:00', zone }, NOW, true)).toBe('Thu 26 Nov, 09:00 – 10:00');
  });

  it('know the hour that summer time swallows', () => {
    expect(isSkipped('2026-03-29T02:30', 'Europe/Berlin')).toBe(true);
    expect(isSkipped('2026-03-29T03:00', 'Europe/Berlin')).toBe(false);
    expect(isSkipped('2026-10-25T02:30', 'Europe/Berlin')).toBe(false);
  });

  it('count days over a leap day and a change of clocks', () => {
    expect(plusDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(plusDays('2026-03-29', -1)).toBe('2026-03-28');
    expect(plusDays('never', 1)).toBe('never');
  });
});

describe('what people type', () => {
  it.each([
    ['9', '09:00'], ['9:30', '09:30'], ['0930', '09:30'], ['14.05', '14:05'], ['2 pm', '14:00'], ['12am', '00:00'], ['12:15 PM', '12:15'], [' 23:59 ', '23:59'],
    ['24', null], ['9:60', null], ['13 pm', null], ['noon', null], ['', null], ['1:2', null],
  ])('time %j is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each([
    ['2026-11-24', '2026-11-24'], ['24.11.2026', '2026-11-24'], ['24/11', '2026-11-24'], ['24.11.', '2026-11-24'], ['24 Nov', '2026-11-24'],
    ['Tue 24 November 2027', '2027-11-24'], ['Tue, 4 Feb', '2026-02-04'],
    ['31.2.2026', null], ['2026-13-01', null], ['tomorrow', null], ['24 foo', null], ['', null],
  ])('date %j is %s', (text, date) => {
    expect(readDate(text, '2026-05-01')).toBe(date);
  });

  it('knows zones', () => {
    expect(isZone('Asia/Kathmandu')).toBe(true);
    expect(isZone('W. Europe Standard Time')).toBe(false);
  });
});
