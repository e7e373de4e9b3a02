import { describe, expect, it } from 'vitest';
import { fieldsOf } from './detail-fields.ts';
import { firstZone, inZoneOf, momentOfEdited, sameTime, timeInWords, wallClock } from './detail-time.ts';

const at = (dateTime: string, zone: string) => ({ dateTime, zone });
const utc = (text: string): number => Date.parse(`${text}:00Z`);

describe('edited times', () => {
  it.each([
    ['Asia/Kathmandu', '2026-11-25T00:00', '2026-11-25T05:45'],
    ['Pacific/Kiritimati', '2026-11-25T12:00', '2026-11-26T02:00'],
    ['Pacific/Pago_Pago', '2026-11-25T00:00', '2026-11-24T13:00'],
    ['America/St_Johns', '2026-11-25T00:00', '2026-11-24T20:30'],
    // The hour that comes twice: both are 02:30 on the clock.
    ['Europe/Berlin', '2026-10-25T00:30', '2026-10-25T02:30'],
    ['Europe/Berlin', '2026-10-25T01:30', '2026-10-25T02:30'],
  ])('are those on the clock of %s', (zone, moment, clock) => {
    expect(wallClock(utc(moment), zone)).toEqual(at(clock, zone));
  });

  it('that the clocks skip are an hour later', () => {
    expect(momentOfEdited(at('2026-03-29T02:30', 'Europe/Berlin'))).toBe(utc('2026-03-29T01:30'));
    expect(momentOfEdited(at('2011-12-30T12:00', 'Pacific/Apia'))).toBe(utc('2011-12-30T22:00'));
  });

  it('are null where there is no such thing', () => {
    for (const time of [{ date: '2026-02-30' }, at('2026-11-25T24:30', 'UTC'), at('2026-11-25T10:00', 'Mars/Base'), at('soon', 'UTC')]) {
      expect(momentOfEdited(time)).toBeNull();
    }
  });

  it('are the same under two names of one zone, not in two zones', () => {
    expect(sameTime(at('2026-11-25T10:00', 'Asia/Calcutta'), at('2026-11-25T10:00', 'Asia/Kolkata'))).toBe(true);
    expect(sameTime(at('2026-11-25T10:00', 'Europe/Berlin'), at('2026-11-25T09:00', 'Europe/London'))).toBe(false);
    expect(sameTime({ date: '2026-11-25' }, at('2026-11-25T00:00', 'UTC'))).toBe(false);
    expect(sameTime({ date: '2026-11-25' }, { date: '2026-11-25' })).toBe(true);
  });

  it('keep the zone of the event they move', () => {
    expect(inZoneOf(at('2026-11-25T10:00', 'Europe/Berlin'), at('2026-11-25T23:00', 'Pacific/Kiritimati'))).toEqual(at('2026-11-25T10:00', 'Europe/Berlin'));
    expect(inZoneOf({ date: '2026-11-25' }, at('2026-11-25T10:00', 'UTC'))).toEqual(at('2026-11-25T10:00', 'UTC'));
    expect(inZoneOf(at('2026-11-25T10:00', 'UTC'), { date: '2026-11-25' })).toEqual({ date: '2026-11-25' });
  });

  it('say date, time and zone', () => {
    expect(timeInWords(at('2026-03-09T09:05', 'Asia/Kathmandu'))).toBe('9 Mar 2026, 09:05 (Asia/Kathmandu)');
    expect(timeInWords({ date: '2026-12-31' })).toBe('31 Dec 2026');
    expect(timeInWords(at('soon', 'UTC'))).toBe('soon');
  });

  it('take the first zone that is known', () => {
    expect(firstZone('Mars/Base', null, 'Asia/Tokyo', 'UTC')).toBe('Asia/Tokyo');
    expect(firstZone('+05:30', '')).toBe('UTC');
  });
});

describe('the fields of an event', () => {
  it('have an all-day event’s dates, whatever the zone, and an end after the start', () => {
    expect(fieldsOf({ start: { date: '2026-11-25' }, end: { date: '2026-11-27' } }, 'Pacific/Pago_Pago')).toMatchObject({ start: { date: '2026-11-25' }, end: { date: '2026-11-27' } });
    expect(fieldsOf({ start: { date: '2026-11-25' }, end: { date: '2026-11-20' } }, null)).toMatchObject({ end: { date: '2026-11-26' } });
  });

  it('have the zone of each end', () => {
    const flight = {
      start: { dateTime: '2026-11-25T10:00:00+01:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2026-11-25T18:00:00Z', timeZone: 'America/New_York' },
    };
    expect(fieldsOf(flight, 'UTC')).toMatchObject({ start: at('2026-11-25T10:00', 'Europe/Berlin'), end: at('2026-11-25T13:00', 'America/New_York') });
  });

  it('are null without a start', () => {
    for (const start of [undefined, null, {}, { dateTime: 'soon' }, 'x', { date: '2026-02-30' }]) expect(fieldsOf({ start }, 'UTC')).toBeNull();
  });
});
