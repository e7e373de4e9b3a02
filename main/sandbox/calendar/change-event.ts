import type { ApiHandler } from '../api/gate.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { applyFields, eventProblem, readEventBody } from './read-event.ts';
import { answerEvent, withEvent } from './write-access.ts';

/** Fields that a PUT keeps because no client may set them. */
const kept = ['kind', 'etag', 'id', 'htmlLink', 'created', 'creator', 'organizer', 'iCalUID', 'recurringEventId', 'originalStartTime'] as const;

/** events.patch: missing fields stay, null takes one away, lists are replaced whole. An instance of a series becomes an exception. */
export const patchEvent: ApiHandler = (api) =>
  withEvent(api, (entry, event) => {
    const read = readEventBody(api, entry);
    if (!read.ok) return read.reply;
    const changed = applyFields(event, read.fields);
    return eventProblem(changed, entry) ?? answerEvent(api, entry, storeEvent(api.world, entry, next(event, changed)));
  });

/** events.update: what is missing is cleared. */
export const updateEvent: ApiHandler = (api) =>
  withEvent(api, (entry, event) => {
    const read = readEventBody(api, entry);
    if (!read.ok) return read.reply;
    const base = Object.fromEntries(kept.flatMap((name) => (event[name] === undefined ? [] : [[name, event[name]]])));
    const changed = applyFields({ ...base, status: 'confirmed', reminders: { useDefault: true }, eventType: 'default' } as CalendarEvent, read.fields);
    return eventProblem(changed, entry) ?? answerEvent(api, entry, storeEvent(api.world, entry, next(event, changed)));
  });

/** The sequence number counts changes of the time, as calendars on the other side expect (RFC 5545 §3.8.7.4). */
function next(before: CalendarEvent, after: CalendarEvent): CalendarEvent {
  const moved = JSON.stringify([before.start, before.end]) !== JSON.stringify([after.start, after.end]);
  return { ...after, sequence: (before.sequence ?? 0) + (moved ? 1 : 0) };
}
