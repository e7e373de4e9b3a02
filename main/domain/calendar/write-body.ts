import type { JsonObject } from '../shared/guards.ts';
import { attendeesOf } from './event-guests.ts';
import { fieldsOf, type EventChanges, type EventFields } from './detail-fields.ts';
import { conferenceOf } from './detail-parts.ts';
import { momentOfEdited, type EditedTime } from './detail-time.ts';
import { mergeAttendees } from './merge-guests.ts';
import { ownDateTime, type EventEnd, type Moments } from './own-moment.ts';

/** What a write sends: the body of insert or patch, and whether a conference is part of it. */
export interface WriteBody {
  readonly body: JsonObject;
  /** Ask with conferenceDataVersion=1. */
  readonly conference: boolean;
}

export interface PatchNeeds {
  /** The event as Google has it: the version that If-Match names. */
  readonly current: JsonObject;
  /** Zone of the calendar; null when it is not known. */
  readonly calendarZone: string | null;
  /** The guests as the user saw them; those of `current` by default. */
  readonly guestsBefore?: EventFields['guests'];
  /** A version whose guests may come back with the answers they had, and whose times with their offsets. */
  readonly known?: JsonObject | null;
  /** Fresh for every conference. */
  readonly requestId: () => string;
}

/**
 * The body of events.patch: only what changes. Lists go whole, because Google replaces them; null takes a field away.
 * https://developers.google.com/workspace/calendar/api/v3/reference/events/patch
 */
export function patchBody(changes: EventChanges, needs: PatchNeeds): WriteBody {
  const { current, calendarZone } = needs;
  const now = fieldsOf(current, calendarZone);
  const body: Record<string, unknown> = simpleFields(changes, null);
  const { start, end } = timesToSend(changes, now);
  // A patch merges `start` with what is there: the keys of the other kind have to go.
  if (start !== undefined) body['start'] = replacingTime('start', start, needs);
  if (end !== undefined) body['end'] = replacingTime('end', end, needs);
  if (changes.recurrence !== undefined) body['recurrence'] = changes.recurrence.length === 0 ? null : changes.recurrence;
  if (changes.guests !== undefined) {
    const known = needs.known === undefined || needs.known === null ? [] : attendeesOf(needs.known);
    body['attendees'] = mergeAttendees(current['attendees'], needs.guestsBefore ?? now?.guests ?? [], changes.guests, known);
  }
  const conference = changes.addConference === true && !hasConference(current);
  if (conference) body['conferenceData'] = conferenceRequest(needs.requestId());
  return { body, conference };
}

/** The body of events.insert. https://developers.google.com/workspace/calendar/api/v3/reference/events/insert */
export function insertBody(id: string, fields: EventFields, requestId: () => string): WriteBody {
  const { guests, recurrence, addConference } = fields;
  return {
    body: {
      id,
      ...simpleFields(fields, undefined),
      start: newTime(fields.start),
      end: newTime(fields.end),
      ...(recurrence.length === 0 ? {} : { recurrence }),
      ...(guests.length === 0 ? {} : { attendees: mergeAttendees([], [], guests) }),
      ...(addConference ? { conferenceData: conferenceRequest(requestId()) } : {}),
    },
    conference: addConference,
  };
}

/** Whether there is one, or Google is making it; a request that failed leaves room for another. */
function hasConference(raw: JsonObject): boolean {
  const conference = conferenceOf(raw);
  return conference !== null && (conference.pending || conference.entries.length > 0);
}

/**
 * Why these times make no event, in one sentence; null when they do.
 * @param moments how they are read, of an event that exists
 */
export function timeProblem({ start, end }: Pick<EventFields, 'start' | 'end'>, moments: Moments = (_, time) => momentOfEdited(time)): string | null {
  if ('date' in start !== 'date' in end) return 'Start and end have to be both dates, or both times.';
  const [from, to] = [moments('start', start), moments('end', end)];
  if (from === null || to === null) return 'There is no such date, time or time zone.';
  if ('date' in start) return to > from ? null : 'The last day is before the first.';
  return to >= from ? null : 'The end is before the start.';
}

/** @param empty what stands for nothing: null takes a field away, undefined leaves it out */
function simpleFields(fields: EventChanges, empty: null | undefined): Record<string, unknown> {
  const { summary, location, description, transparency, visibility, colorId, reminders } = fields;
  const text = (value: string | undefined): string | null | undefined => (value === '' ? empty : value);
  const all = {
    summary: text(summary),
    location: text(location),
    description: text(description),
    transparency,
    visibility,
    colorId: colorId === null ? empty : colorId,
    reminders: reminders === undefined ? undefined : reminders === null ? { useDefault: true } : { useDefault: false, overrides: reminders },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A timed series has to say its zone, also when only the rule changes; and both ends are of one kind. */
function timesToSend(changes: EventChanges, now: EventFields | null): { readonly start: EditedTime | undefined; readonly end: EditedTime | undefined } {
  const { start, end } = changes;
  const repeats = (changes.recurrence?.length ?? 0) > 0;
  if (start === undefined && end === undefined && !repeats) return { start, end };
  const switches = now !== null && [start, end].some((time) => time !== undefined && 'date' in time !== 'date' in now.start);
  if (!repeats && !switches) return { start, end };
  return { start: start ?? now?.start, end: end ?? now?.end };
}

function replacingTime(end: EventEnd, time: EditedTime, { current, known = null, calendarZone }: PatchNeeds): JsonObject {
  if ('date' in time) return { date: time.date, dateTime: null, timeZone: null };
  const own = (known === null ? null : ownDateTime(known, end, time, calendarZone)) ?? ownDateTime(current, end, time, calendarZone);
  return { ...newTime(time), ...(own === null ? {} : { dateTime: own }), date: null };
}

function newTime(time: EditedTime): JsonObject {
  return 'date' in time ? { date: time.date } : { dateTime: `${time.dateTime}:00`, timeZone: time.zone };
}

function conferenceRequest(requestId: string): JsonObject {
  return { createRequest: { requestId, conferenceSolutionKey: { type: 'hangoutsMeet' } } };
}
