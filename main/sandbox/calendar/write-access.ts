import { conditionNotMet, notFound } from '../api/api-error.ts';
import type { ApiCall } from '../api/gate.ts';
import { json, type Reply } from '../http/reply.ts';
import { writeProblem } from './access.ts';
import { findCalendar } from './calendar-list.ts';
import type { CalendarEntry } from './calendars.ts';
import { findEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { viewOf } from './list-events.ts';
import { present } from './present.ts';

/** Runs a write on a calendar that the caller may change; 404 or 403 otherwise. */
export function withWritable(api: ApiCall, next: (entry: CalendarEntry) => Reply): Reply {
  const entry = findCalendar(api, api.path('calendarId'));
  if (entry === undefined) return notFound();
  return writeProblem(api, entry) ?? next(entry);
}

/** The same for one event that exists. 412 when If-Match names another version. */
export function withEvent(api: ApiCall, next: (entry: CalendarEntry, event: CalendarEvent) => Reply): Reply {
  return withWritable(api, (entry) => {
    const event = findEvent(api.world, entry, api.path('eventId'));
    if (event === undefined) return notFound();
    const expected = api.call.header('if-match');
    if (expected !== undefined && expected !== '*' && expected !== event.etag) return conditionNotMet();
    return next(entry, event);
  });
}

/** The answer of every write that gives an event back. */
export function answerEvent(api: ApiCall, entry: CalendarEntry, event: CalendarEvent): Reply {
  return json(200, present(event, viewOf(api, entry, 'all')), { etag: event.etag });
}
