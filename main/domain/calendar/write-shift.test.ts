import { describe, expect, it } from 'vitest';
import type { EventFields } from './detail-fields.ts';
import type { EditedTime } from './detail-time.ts';
import { shiftSeries } from './write-shift.ts';

const timed = (text: string, zone = 'Europe/Berlin'): EditedTime => ({ dateTime: text, zone });
const day = (date: string): EditedTime => ({ date });

function series(start: EditedTime, end: EditedTime, ...recurrence: string[]): EventFields {
  const plain = { summary: '', location: '', description: '', guests: [], transparency: 'opaque', visibility: 'default', colorId: null, reminders: null, addConference: false } as const;
  return { ...plain, guests: [], start, end, recurrence };
}

/** 2 November 2026 is a Monday; the clocks of Berlin went back on 25 October and go forward on 28 March 2027. */
const monday = (rule: string): EventFields => series(timed('2026-11-02T09:00'), timed('2026-11-02T10:00'), rule);
const was = { start: timed('2026-11-16T09:00'), end: timed('2026-11-16T10:00') };

describe('moving a series by one of its instances', () => {
  it('changes the time of day and leaves the rule alone', () => {
    const shifted = shiftSeries(monday('RRULE:FREQ=WEEKLY;BYDAY=MO'), was, { start: timed('2026-11-16T14:30'), end: timed('2026-11-16T15:30') });
    expect(shifted).toEqual({ ok: true, changes: { start: timed('2026-11-02T14:30'), end: timed('2026-11-02T15:30') } });
  });

  it('takes over a new length', () => {
    const shifted = shiftSeries(monday('RRULE:FREQ=DAILY'), was, { start: timed('2026-11-16T09:00'), end: timed('2026-11-16T12:00') });
    expect(shifted).toEqual({ ok: true, changes: { start: timed('2026-11-02T09:00'), end: timed('2026-11-02T12:00') } });
  });

  it('measures on the clock of the series, across a change of the clocks and from another zone', () => {
    const summer = series(timed('2026-10-05T09:00'), timed('2026-10-05T10:00'), 'RRULE:FREQ=WEEKLY;BYDAY=MO');
    // 04:00 in New York is 10:00 in Berlin on that day: an hour later.
    const wanted = { start: timed('2026-11-16T04:00', 'America/New_York'), end: timed('2026-11-16T05:00', 'America/New_York') };
    expect(shiftSeries(summer, was, wanted)).toEqual({ ok: true, changes: { start: timed('2026-10-05T10:00'), end: timed('2026-10-05T11:00') } });
  });

  it('replaces the weekday of a weekly rule', () => {
    const shifted = shiftSeries(monday('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'), was, { start: timed('2026-11-18T09:00'), end: timed('2026-11-18T10:00') });
    expect(shifted).toEqual({
      ok: true,
      changes: { start: timed('2026-11-04T09:00'), end: timed('2026-11-04T10:00'), recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'] },
    });
  });

  it('needs no new rule where the weekday is that of the start', () => {
    const shifted = shiftSeries(monday('RRULE:FREQ=WEEKLY;COUNT=5'), was, { start: timed('2026-11-15T09:00'), end: timed('2026-11-15T10:00') });
    expect(shifted).toEqual({ ok: true, changes: { start: timed('2026-11-01T09:00'), end: timed('2026-11-01T10:00') } });
  });

  it('moves one of several weekdays, and the start only when it is on that day', () => {
    const both = monday('RRULE:FREQ=WEEKLY;BYDAY=MO,WE');
    const wednesday = { start: timed('2026-11-18T09:00'), end: timed('2026-11-18T10:00') };
    expect(shiftSeries(both, wednesday, { start: timed('2026-11-19T11:00'), end: timed('2026-11-19T12:00') })).toEqual({
      ok: true,
      changes: { start: timed('2026-11-02T11:00'), end: timed('2026-11-02T12:00'), recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TH'] },
    });
    expect(shiftSeries(both, was, { start: timed('2026-11-17T09:00'), end: timed('2026-11-17T10:00') })).toEqual({
      ok: true,
      changes: { start: timed('2026-11-03T09:00'), end: timed('2026-11-03T10:00'), recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU,WE'] },
    });
  });

  it('moves UNTIL along, so that the last one stays', () => {
    // 09:00 in Berlin is 08:00 UTC in winter and 07:00 in summer.
    const rule = 'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270405T070000Z';
    expect(shiftSeries(monday(rule), was, { start: timed('2026-11-16T14:00'), end: timed('2026-11-16T15:00') })).toMatchObject({
      changes: { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270405T120000Z'] },
    });
    const days = series(day('2026-11-02'), day('2026-11-03'), 'RRULE:FREQ=DAILY;UNTIL=20261130');
    expect(shiftSeries(days, { start: day('2026-11-05'), end: day('2026-11-06') }, { start: day('2026-11-07'), end: day('2026-11-08') })).toEqual({
      ok: true,
      changes: { start: day('2026-11-04'), end: day('2026-11-05'), recurrence: ['RRULE:FREQ=DAILY;UNTIL=20261202'] },
    });
  });

  it('moves the day of a month', () => {
    const monthly = series(day('2026-11-10'), day('2026-11-11'), 'RRULE:FREQ=MONTHLY;BYMONTHDAY=10');
    expect(shiftSeries(monthly, { start: day('2027-01-10'), end: day('2027-01-11') }, { start: day('2027-01-12'), end: day('2027-01-13') })).toEqual({
      ok: true,
      changes: { start: day('2026-11-12'), end: day('2026-11-13'), recurrence: ['RRULE:FREQ=MONTHLY;BYMONTHDAY=12'] },
    });
  });

  it('draws a series of days longer', () => {
    const days = series(day('2026-11-02'), day('2026-11-03'), 'RRULE:FREQ=WEEKLY;BYDAY=MO');
    expect(shiftSeries(days, { start: day('2026-11-09'), end: day('2026-11-10') }, { start: day('2026-11-09'), end: day('2026-11-11') })).toEqual({
      ok: true,
      changes: { start: day('2026-11-02'), end: day('2026-11-04') },
    });
  });

  const thursday = { start: timed('2026-11-19T09:00'), end: timed('2026-11-19T10:00') };
  it.each([
    ['a weekday passes another', monday('RRULE:FREQ=WEEKLY;BYDAY=MO,WE'), thursday],
    ['a weekday lands on another', monday('RRULE:FREQ=WEEKLY;BYDAY=MO,TH'), thursday],
    ['several weekdays move to another week', monday('RRULE:FREQ=WEEKLY;BYDAY=MO,SA'), { start: timed('2026-11-23T09:00'), end: timed('2026-11-23T10:00') }],
    ['it is on workdays', monday('RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR'), thursday],
    ['it is on the second Monday', monday('RRULE:FREQ=MONTHLY;BYDAY=2MO'), thursday],
    ['the rule counts positions', monday('RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1'), { start: timed('2026-11-16T08:00'), end: timed('2026-11-16T09:00') }],
    ['dates are left out by hand', { ...monday('RRULE:FREQ=DAILY'), recurrence: ['RRULE:FREQ=DAILY', 'EXDATE;TZID=Europe/Berlin:20261105T090000'] }, thursday],
    ['there are two rules', { ...monday('RRULE:FREQ=DAILY'), recurrence: ['RRULE:FREQ=DAILY', 'RRULE:FREQ=YEARLY'] }, thursday],
    ['it repeats by the hour', monday('RRULE:FREQ=HOURLY'), thursday],
    ['there is no rule', { ...monday(''), recurrence: [] }, thursday],
    ['the rule is none', monday('every other day'), thursday],
    ['UNTIL is none', monday('RRULE:FREQ=DAILY;UNTIL=never'), thursday],
    ['UNTIL is no day of the calendar', monday('RRULE:FREQ=DAILY;UNTIL=20261399'), thursday],
    ['it becomes all-day', monday('RRULE:FREQ=DAILY'), { start: day('2026-11-16'), end: day('2026-11-17') }],
    ['the zone is none', monday('RRULE:FREQ=DAILY'), { start: timed('2026-11-16T09:00', 'Mars/Base'), end: timed('2026-11-16T10:00', 'Mars/Base') }],
    ['some months lack the day', series(day('2026-12-28'), day('2026-12-29'), 'RRULE:FREQ=MONTHLY'), { start: day('2027-01-30'), end: day('2027-01-31') }],
  ])('is refused in words when %s', (_, fields, wanted) => {
    const from = 'date' in fields.start ? { start: day('2027-01-28'), end: day('2027-01-29') } : was;
    expect(shiftSeries(fields, from, wanted)).toMatchObject({ ok: false, reason: expect.stringMatching(/^[A-Z].*\.$/) as string });
  });

  it('refuses days of the month that would part', () => {
    const monthly = series(day('2026-01-30'), day('2026-01-31'), 'RRULE:FREQ=MONTHLY');
    const june = { start: day('2026-06-30'), end: day('2026-07-01') };
    // A day later is 1 July here, and 31 January there.
    expect(shiftSeries(monthly, june, { start: day('2026-07-01'), end: day('2026-07-02') }).ok).toBe(false);
  });

  it('refuses an instance that was moved away from its weekday', () => {
    const away = { start: timed('2026-11-17T09:00'), end: timed('2026-11-17T10:00') };
    expect(shiftSeries(monday('RRULE:FREQ=WEEKLY;BYDAY=MO'), away, thursday)).toMatchObject({ ok: false, reason: expect.stringContaining('moved away') as string });
  });
});
