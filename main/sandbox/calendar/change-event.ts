import type { ApiCall, ApiHandler } from '../api/gate.ts';
import type { Reply } from '../http/reply.ts';
import type { CalendarEntry } from './calendars.ts';
import { readConference } from './conference.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { guestProblem, markGuests, ownAnswer } from './guest-rules.ts';
import { applyFields, eventProblem, readEventBody } from './read-event.ts';
import { answerEvent, withEvent } from './write-access.ts';

/** Fields that a PUT keeps because no client may set them. */
const kept = ['kind', 'etag', 'id', 'htmlLink', 'created', 'creator', 'organizer', 'iCalUID', 'recurringEventId', 'originalStartTime'] as const;

/** events.patch: missing fields stay, null takes one away, lists are replaced whole. An instance of a series becomes an exception. */
export const patchEvent: ApiHandler = (api) => withEvent(api, (entry, event) => change(api, entry, event, event));

/** events.update: what is missing is cleared. */
export const updateEvent: ApiHandler = (api) =>
  withEvent(api, (entry, event) => {
    const base = Object.fromEntries(kept.flatMap((name) => (event[name] === undefined ? [] : [[name, event[name]]])));
    return change(api, entry, event, { ...base, status: 'confirmed', reminders: { useDefault: true }, eventType: 'default' } as CalendarEvent);
  });

/** Lays the body over `base` and stores the whole, if the event makes sense and the caller may. */
function change(api: ApiCall, entry: CalendarEntry, event: CalendarEvent, base: CalendarEvent): Reply {
  const read = readEventBody(api, entry);
  if (!read.ok) return read.reply;
  const conference = readConference(api, event, ownAnswer(entry, event, read.fields));
  if (!conference.ok) return conference.reply;
  const changed = applyFields(base, markGuests(conference.fields, entry.id, event.organizer?.email ?? entry.id));
  const problem = eventProblem(changed, entry) ?? guestProblem(entry, event, changed);
  return problem ?? answerEvent(api, entry, storeEvent(api.world, entry, next(event, changed)));
}

/** The sequence number counts changes of the time, as calendars on the other side expect (RFC 5545 §3.8.7.4). */
function next(before: CalendarEvent, after: CalendarEvent): CalendarEvent {
  const moved = JSON.stringify([before.start, before.end]) !== JSON.stringify([after.start, after.end]);
  return { ...after, sequence: (before.sequence ?? 0) + (moved ? 1 : 0) };
}
