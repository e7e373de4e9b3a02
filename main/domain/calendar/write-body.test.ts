import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../shared/guards.ts';
import { fieldsOf, type EventChanges, type EventFields } from './detail-fields.ts';
import { anHour } from './testing/fake-google.ts';
import { insertBody, patchBody, timeProblem } from './write-body.ts';

const body = (changes: EventChanges, current: JsonObject = anHour): JsonObject =>
  patchBody(changes, { current, calendarZone: 'Europe/Berlin', requestId: () => 'request-1' }).body;

describe('the body of a patch', () => {
  it('holds only what changes', () => {
    expect(body({ summary: 'Concert' })).toEqual({ summary: 'Concert' });
    expect(body({})).toEqual({});
    expect(body({ summary: undefined, start: undefined })).toEqual({});
  });

  it('takes a field away with null', () => {
    expect(body({ summary: '', location: '', description: '', colorId: null, recurrence: [] })).toEqual({
      summary: null,
      location: null,
      description: null,
      colorId: null,
      recurrence: null,
    });
  });

  it('switches between all-day and timed by taking the other keys away, on both ends', () => {
    expect(body({ start: { date: '2026-11-25' }, end: { date: '2026-11-26' } })).toEqual({
      start: { date: '2026-11-25', dateTime: null, timeZone: null },
      end: { date: '2026-11-26', dateTime: null, timeZone: null },
    });
    const allDay = { start: { date: '2026-11-25' }, end: { date: '2026-11-26' } };
    expect(body({ start: { dateTime: '2026-11-25T09:00', zone: 'Asia/Kathmandu' } }, allDay)).toEqual({
      start: { dateTime: '2026-11-25T09:00:00', timeZone: 'Asia/Kathmandu', date: null },
      end: { date: '2026-11-26', dateTime: null, timeZone: null },
    });
  });

  it('sends the zone along when an event begins to repeat', () => {
    const withoutZone = { start: { dateTime: '2026-11-25T09:00:00Z' }, end: { dateTime: '2026-11-25T10:00:00Z' } };
    expect(body({ recurrence: ['RRULE:FREQ=DAILY'] }, withoutZone)).toEqual({
      recurrence: ['RRULE:FREQ=DAILY'],
      start: { dateTime: '2026-11-25T10:00:00', timeZone: 'Europe/Berlin', date: null },
      end: { dateTime: '2026-11-25T11:00:00', timeZone: 'Europe/Berlin', date: null },
    });
  });

  it('asks for a conference under a fresh id, unless there is one', () => {
    const asked = patchBody({ addConference: true }, { current: anHour, calendarZone: null, requestId: () => 'request-1' });
    expect(asked).toEqual({
      conference: true,
      body: { conferenceData: { createRequest: { requestId: 'request-1', conferenceSolutionKey: { type: 'hangoutsMeet' } } } },
    });
    expect(body({ addConference: true }, { ...anHour, hangoutLink: 'https://meet.google.com/x' })).toEqual({});
    const request = (statusCode: string): JsonObject => ({ ...anHour, conferenceData: { createRequest: { requestId: 'r', status: { statusCode } } } });
    expect(body({ addConference: true }, request('pending'))).toEqual({});
    expect(body({ addConference: true }, request('failure'))).toHaveProperty('conferenceData');
    expect(body({ addConference: false })).toEqual({});
  });

  it('says reminders whole', () => {
    expect(body({ reminders: null })).toEqual({ reminders: { useDefault: true } });
    expect(body({ reminders: [] })).toEqual({ reminders: { useDefault: false, overrides: [] } });
  });
});

describe('the body of an insert', () => {
  it('leaves out what is empty', () => {
    const fields = fieldsOf({ ...anHour, summary: 'Concert' }, 'Europe/Berlin') as EventFields;
    expect(insertBody('abc', fields, () => 'r')).toEqual({
      conference: false,
      body: {
        id: 'abc',
        summary: 'Concert',
        start: { dateTime: '2026-11-25T10:00:00', timeZone: 'Europe/Berlin' },
        end: { dateTime: '2026-11-25T11:00:00', timeZone: 'Europe/Berlin' },
        transparency: 'opaque',
        visibility: 'default',
        reminders: { useDefault: true },
      },
    });
  });
});

describe('times that make no event', () => {
  const at = (dateTime: string, zone = 'Europe/Berlin') => ({ dateTime, zone });
  it.each([
    [{ date: '2026-11-25' }, at('2026-11-25T10:00')],
    [{ date: '2026-11-25' }, { date: '2026-11-25' }],
    [{ date: '2026-02-30' }, { date: '2026-03-02' }],
    [at('2026-11-25T10:00'), at('2026-11-25T09:59')],
    [at('2026-11-25T10:00'), at('2026-11-25T11:00', 'Mars/Base')],
    // 10:00 in New York is later than 15:00 in Berlin.
    [at('2026-11-25T10:00', 'America/New_York'), at('2026-11-25T15:00')],
  ])('%o to %o', (start, end) => {
    expect(timeProblem({ start, end })).toMatch(/\.$/);
  });

  it('are not these', () => {
    expect(timeProblem({ start: at('2026-11-25T10:00'), end: at('2026-11-25T10:00') })).toBeNull();
    expect(timeProblem({ start: { date: '2026-11-25' }, end: { date: '2026-11-26' } })).toBeNull();
  });
});
