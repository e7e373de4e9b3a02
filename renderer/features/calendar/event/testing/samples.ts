import type { CalendarDto, CalendarStateDto, EventDetailDto, EventFields, EventRowDto } from '../../../../../preload/contract/calendar.ts';
import { rowSample } from '../../testing/samples.ts';

/** Invented calendars and events for component tests. */

const ME = 'ada.lovelace@harbor.example';

export function calendarOf(over: Partial<CalendarDto> = {}): CalendarDto {
  return {
    id: ME,
    title: 'ada.lovelace',
    description: null,
    color: '#9fe1e7',
    role: 'owner',
    primary: true,
    hidden: false,
    selected: true,
    timeZone: 'Europe/London',
    writable: true,
    sync: { state: 'ready', events: 3, arrived: 0, syncedAt: Date.UTC(2026, 10, 23, 9), problem: null },
    ...over,
  };
}

export const WRITE_SCOPE = 'https://www.googleapis.com/auth/calendar.events';
export const BUSY_SCOPE = 'https://www.googleapis.com/auth/calendar.events.freebusy';

export function stateOf(over: Partial<CalendarStateDto> = {}): CalendarStateDto {
  return {
    authorizationId: 'authorization-1',
    preferences: { timeZone: 'Europe/London', weekStart: 1, format24Hour: true, hideWeekends: false, showDeclined: true, defaultMinutes: 60, fromGoogle: true },
    calendars: [calendarOf(), calendarOf({ id: 'maya@harbor.example', title: 'Maya', primary: false, role: 'reader', writable: false })],
    listState: 'ready',
    listedAt: Date.UTC(2026, 10, 23, 9),
    problem: null,
    offline: false,
    revision: 1,
    can: { list: true, read: true, write: true, freeBusy: true },
    missing: { read: [], write: [], freeBusy: [] },
    ...over,
  };
}

export function rowOf(over: Partial<EventRowDto> = {}): EventRowDto {
  return rowSample({
    calendarId: ME,
    eventId: 'e1',
    title: 'Scope review with Maya',
    start: '2026-11-24T10:00:00Z',
    end: '2026-11-24T12:00:00Z',
    ...over,
  });
}

const zone = 'Europe/London';

export function fieldsOf(over: Partial<EventFields> = {}): EventFields {
  return {
    summary: 'Scope review with Maya',
    location: '',
    description: '',
    start: { dateTime: '2026-11-24T10:00', zone },
    end: { dateTime: '2026-11-24T12:00', zone },
    recurrence: [],
    guests: [],
    transparency: 'opaque',
    visibility: 'default',
    colorId: null,
    reminders: null,
    addConference: false,
    ...over,
  };
}

export function detailOf(over: Partial<EventDetailDto> = {}): EventDetailDto {
  return {
    ...rowOf(),
    calendarTitle: 'ada.lovelace',
    etag: '"1"',
    startZone: null,
    endZone: null,
    description: null,
    descriptionCut: false,
    recurrence: [],
    originalStart: null,
    organizer: null,
    attendees: [],
    attendeesOmitted: false,
    conference: null,
    attachments: [],
    visibility: 'default',
    reminders: null,
    eventType: 'default',
    created: '2026-11-01T08:00:00.000Z',
    updated: '2026-11-20T08:00:00.000Z',
    hasPage: true,
    rights: { edit: true, delete: true, respond: false },
    fields: fieldsOf(),
    series: null,
    seriesEtag: null,
    rawJson: '{\n  "id": "e1"\n}',
    rawCut: false,
    ...over,
  };
}

export function personOf(email: string, over: Partial<EventDetailDto['attendees'][number]> = {}): EventDetailDto['attendees'][number] {
  return { email, name: null, response: 'needsAction', optional: false, organizer: false, self: false, resource: false, comment: null, ...over };
}

/** An instance of a weekly series with a guest. */
export function instanceOf(over: Partial<EventDetailDto> = {}): EventDetailDto {
  return detailOf({
    seriesId: 's1',
    guests: 1,
    attendees: [personOf('maya@harbor.example')],
    recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'],
    fields: fieldsOf({ guests: [{ email: 'maya@harbor.example', optional: false }] }),
    series: {
      eventId: 's1',
      etag: '"series-7"',
      fields: fieldsOf({
        guests: [{ email: 'maya@harbor.example', optional: false }],
        recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'],
        start: { dateTime: '2026-09-01T10:00', zone },
        end: { dateTime: '2026-09-01T12:00', zone },
      }),
    },
    seriesEtag: '"series-7"',
    ...over,
  });
}
