import { describe, expect, it } from 'vitest';
import type { EventFields } from '../../../../preload/contract/calendar.ts';
import { changesOf, faultsOf, fieldsOf, formOf, newForm, rebased, withStart, type EventForm } from './event-form.ts';

const zone = 'Europe/London';
const FIELDS: EventFields = {
  summary: 'Scope review',
  location: 'Room 4',
  description: '<b>Which</b> scopes',
  start: { dateTime: '2026-11-24T10:00', zone },
  end: { dateTime: '2026-11-24T12:00', zone },
  recurrence: [],
  guests: [{ email: 'maya@harbor.example', optional: false }],
  transparency: 'opaque',
  visibility: 'default',
  colorId: null,
  reminders: null,
  addConference: false,
};
const form = (over: Partial<EventForm> = {}): EventForm => ({ ...formOf(FIELDS, 'c1', zone), ...over });
const changes = (over: Partial<EventForm>, base = FIELDS) => {
  const fields = fieldsOf({ ...formOf(base, 'c1', zone), ...over }, base);
  return fields === null ? null : changesOf(base, fields);
};

describe('what is sent', () => {
  it('is nothing of what nobody touched', () => {
    expect(changes({})).toEqual({});
    expect(changes({ summary: 'New' })).toEqual({ summary: 'New' });
    const odd: EventFields = { ...FIELDS, recurrence: ['RRULE:FREQ=WEEKLY;WKST=SU;UNTIL=20270301T104500Z;BYDAY=TU', 'EXDATE:20261201T100000Z'] };
    expect(changes({ location: '' }, odd)).toEqual({ location: '' });
  });

  it('is both ends when one of them moves', () => {
    expect(changes({ endTime: '13:00' })).toEqual({ start: FIELDS.start, end: { dateTime: '2026-11-24T13:00', zone } });
  });

  it('rewrites a repetition that hangs on the day', () => {
    const monthly: EventFields = { ...FIELDS, recurrence: ['RRULE:FREQ=MONTHLY;BYMONTHDAY=24'] };
    expect(changes({ startDate: '2026-11-25', endDate: '2026-11-25' }, monthly)?.recurrence).toEqual(['RRULE:FREQ=MONTHLY;BYMONTHDAY=25']);
  });

  it('ends all-day events the day after the last', () => {
    const days: EventFields = { ...FIELDS, start: { date: '2026-11-26' }, end: { date: '2026-11-29' } };
    expect(formOf(days, 'c1', zone)).toMatchObject({ allDay: true, startDate: '2026-11-26', endDate: '2026-11-28' });
    expect(changes({}, days)).toEqual({});
    expect(changes({ endDate: '2026-11-26' }, days)).toEqual({ start: { date: '2026-11-26' }, end: { date: '2026-11-27' } });
    expect(changes({ allDay: true })).toEqual({ start: { date: '2026-11-24' }, end: { date: '2026-11-25' } });
    expect(changes({ allDay: false, startTime: '9', endTime: '10' }, days)).toEqual({
      start: { dateTime: '2026-11-26T09:00', zone },
      end: { dateTime: '2026-11-28T10:00', zone },
    });
  });

  it('keeps an end in another zone', () => {
    const flight: EventFields = { ...FIELDS, end: { dateTime: '2026-11-24T13:00', zone: 'America/New_York' } };
    expect(formOf(flight, 'c1', zone).endZone).toBe('America/New_York');
    expect(changes({ summary: 'x' }, flight)).toEqual({ summary: 'x' });
  });
});

describe('a new event', () => {
  it('is at the next full hour of the shown zone', () => {
    const made = newForm({ calendarId: 'c1', zone: 'Asia/Kathmandu', length: 90, now: Date.parse('2026-11-24T10:20:00Z') });
    expect(made).toMatchObject({ allDay: false, startDate: '2026-11-24', startTime: '17:00', endTime: '18:30', zone: 'Asia/Kathmandu' });
    const late = newForm({ calendarId: 'c1', zone: 'UTC', length: 60, now: Date.parse('2026-12-31T22:10:00Z') });
    expect(late).toMatchObject({ startDate: '2026-12-31', startTime: '23:00', endDate: '2027-01-01', endTime: '00:00' });
  });

  it('takes the drawn range', () => {
    const range = { start: { date: '2026-11-26' }, end: { date: '2026-11-27' } };
    expect(newForm({ calendarId: 'c1', zone, length: 60, now: 0, range })).toMatchObject({ allDay: true, startDate: '2026-11-26', endDate: '2026-11-26' });
  });
});

describe('withStart', () => {
  it('keeps the length, over midnight and in nights when clocks change', () => {
    expect(withStart(form(), { startTime: '23:30' })).toMatchObject({ endDate: '2026-11-25', endTime: '01:30' });
    expect(withStart(form(), { startDate: '2026-10-24', startTime: '23:00' })).toMatchObject({ endDate: '2026-10-25', endTime: '01:00' });
    expect(withStart(form({ allDay: true, endDate: '2026-11-26' }), { startDate: '2026-12-31' })).toMatchObject({ endDate: '2027-01-02' });
  });

  it('moves nothing while the start cannot be read, or the end is wrong already', () => {
    expect(withStart(form(), { startTime: '1' + ':' })).toMatchObject({ startTime: '1:', endTime: '12:00' });
    expect(withStart(form({ endTime: '09:00' }), { startTime: '11:00' })).toMatchObject({ endTime: '09:00' });
  });

  it('moves the day of a weekly event along', () => {
    const weekly = form({ repeat: { ...form().repeat, kind: 'weekly', days: ['TU'] } });
    expect(withStart(weekly, { startDate: '2026-11-26' }).repeat.days).toEqual(['TH']);
    const twice = form({ repeat: { ...form().repeat, kind: 'weekly', days: ['TU', 'FR'] } });
    expect(withStart(twice, { startDate: '2026-11-26' }).repeat.days).toEqual(['TU', 'FR']);
  });
});

describe('faultsOf', () => {
  it.each([
    [{ endTime: '09:59' }, { endTime: 'The end is before the start.' }],
    [{ endDate: '2026-11-23' }, { endDate: 'The end is before the start.' }],
    [{ startTime: 'noon' }, { startTime: 'Give a time such as 14:30.' }],
    [{ startDate: '' }, { startDate: 'Give the day it starts.' }],
    [{ zone: 'Mars/Crater' }, { zone: 'This time zone is not known here: choose one of the list.' }],
    [{ allDay: true, endDate: '2026-11-23' }, { endDate: 'The last day is before the first.' }],
    [{ calendarId: '' }, { calendarId: 'Choose a calendar.' }],
    [{ summary: 'x'.repeat(1025) }, { summary: 'A title has at most 1,024 characters.' }],
    // Two clocks: 10:00 in London is 05:00 in New York.
    [{ endTime: '05:30', endZone: 'America/New_York' }, {}],
    [{ endTime: '10:00' }, {}],
  ])('%j', (over, faults) => {
    expect(faultsOf(form(over), true)).toEqual(faults);
  });

  it('knows the hour that is left out when clocks go forward', () => {
    const night = form({ zone: 'Europe/Berlin', startDate: '2026-03-29', endDate: '2026-03-29', startTime: '02:30', endTime: '04:00' });
    expect(faultsOf(night, false)).toEqual({ startTime: 'The clocks go forward that night: there is no 02:30.' });
  });
});

describe('rebased', () => {
  it('keeps what was typed and takes the times of the series', () => {
    const series = formOf({ ...FIELDS, start: { dateTime: '2026-09-01T10:00', zone }, end: { dateTime: '2026-09-01T12:00', zone }, recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'] }, 'c1', zone);
    const typed = form({ summary: 'Typed', startTime: '15:00' });
    expect(rebased(typed, form(), series)).toMatchObject({ summary: 'Typed', startDate: '2026-09-01', startTime: '10:00', location: 'Room 4', repeat: { kind: 'weekly' } });
  });
});
