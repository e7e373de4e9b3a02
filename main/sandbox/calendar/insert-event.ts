import { classicError, invalidParameter } from '../api/api-error.ts';
import type { ApiHandler } from '../api/gate.ts';
import { jsonObjectOf } from '../http/call.ts';
import { randomText } from '../state/secrets.ts';
import type { World } from '../world.ts';
import type { CalendarEntry } from './calendars.ts';
import { readConference } from './conference.ts';
import { findEvent, storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { markGuests } from './guest-rules.ts';
import { eventId, makeEvent } from './make-event.ts';
import { applyFields, eventProblem, readEventBody } from './read-event.ts';
import { answerEvent, withWritable } from './write-access.ts';
import { dayNumber } from './zone-time.ts';

/** events.insert. A client may choose the id ([a-v0-9], 5 to 1024); a used one, deleted events included, is 409 duplicate. */
export const insertEvent: ApiHandler = (api) =>
  withWritable(api, (entry) => {
    const read = readEventBody(api, entry);
    if (!read.ok) return read.reply;
    const conference = readConference(api, undefined, read.fields);
    if (!conference.ok) return conference.reply;
    const fields = markGuests(conference.fields, entry.id, entry.id);
    const problem = eventProblem(fields, entry);
    if (problem !== undefined) return problem;
    const asked = jsonObjectOf(api.call)?.['id'];
    if (asked !== undefined && (typeof asked !== 'string' || !/^[a-v0-9]{5,1024}$/.test(asked))) {
      return invalidParameter('id', 'Invalid resource id value.');
    }
    if (asked !== undefined && findEvent(api.world, entry, asked) !== undefined) {
      return classicError(409, 'The requested identifier already exists.', { reason: 'duplicate' });
    }
    return answerEvent(api, entry, storeEvent(api.world, entry, newEvent(api.world, entry, api.account.email, fields, asked)));
  });

/** An event made now with these fields. */
export function newEvent(
  world: World,
  entry: CalendarEntry,
  creator: string,
  fields: Readonly<Record<string, unknown>>,
  asked?: string,
): CalendarEvent {
  const id = asked ?? eventId(randomText(16));
  const blank = makeEvent({ calendarId: entry.id, key: id, start: {}, end: {}, day: dayNumber(world.now()), organizer: entry.id });
  return applyFields(
    {
      ...blank,
      id,
      htmlLink: `https://calendar.example/event?eid=${id}`,
      iCalUID: `${id}@calendar.example`,
      created: new Date(world.now()).toISOString(),
      creator: { email: creator, self: true },
      organizer: { email: entry.id, ...(entry.primary ? { self: true } : {}) },
    },
    fields,
  );
}
