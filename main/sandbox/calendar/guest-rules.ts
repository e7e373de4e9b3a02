import { classicError } from '../api/api-error.ts';
import type { Reply } from '../http/reply.ts';
import type { CalendarEntry } from './calendars.ts';
import type { CalendarEvent, EventPerson } from './event.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What every guest may set for themselves; all else belongs to the organizer. */
const ownMatters = new Set([
  'attendees',
  'colorId',
  'etag',
  'eventLabelId',
  'extendedProperties',
  'reminders',
  'sequence',
  'status',
  'transparency',
  'updated',
  'visibility',
]);

/** Whether the calendar the event lies in is its organizer's. */
export function isOrganizer(entry: CalendarEntry, event: CalendarEvent): boolean {
  const organizer = event.organizer?.email;
  return organizer === undefined || same(organizer, entry.id);
}

/** 403 for a change that is the organizer's alone. */
export function notForGuests(): Reply {
  return classicError(403, 'Shared properties can only be changed by the organizer of the event.', {
    reason: 'forbiddenForNonOrganizer',
    domain: 'calendar',
  });
}

/** Refuses a guest's change of anything shared, other guests' answers included. */
export function guestProblem(entry: CalendarEntry, before: CalendarEvent, after: CalendarEvent): Reply | undefined {
  if (isOrganizer(entry, before) || before['guestsCanModify'] === true) return undefined;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !ownMatters.has(name));
  const others = (event: CalendarEvent): EventPerson[] => (event.attendees ?? []).filter((person) => !same(person.email, entry.id));
  const touched = names.some((name) => canonical(before[name]) !== canonical(after[name]));
  return touched || canonical(others(before)) !== canonical(others(after)) ? notForGuests() : undefined;
}

/** With attendeesOmitted the list holds the caller's entry alone: it is put into the list that is there, and nobody is lost. */
export function ownAnswer(entry: CalendarEntry, event: CalendarEvent, fields: Fields): Fields {
  const { attendeesOmitted, ...rest } = fields;
  if (attendeesOmitted !== true || !Array.isArray(rest['attendees'])) return rest;
  const own = (rest['attendees'] as readonly EventPerson[]).find((person) => same(person.email, entry.id));
  const attendees = (event.attendees ?? []).map((person) => (own !== undefined && same(person.email, entry.id) ? { ...person, ...own } : person));
  return { ...rest, attendees };
}

/** Who of the guests is meant by `self` and `organizer` is for the server to say; a new guest has not answered yet. */
export function markGuests(fields: Fields, self: string, organizer: string): Fields {
  const { attendeesOmitted: _, ...rest } = fields;
  if (!Array.isArray(rest['attendees'])) return rest;
  const attendees = (rest['attendees'] as readonly EventPerson[]).map(({ self: _self, organizer: _organizer, ...person }) => ({
    ...person,
    ...(same(person.email, self) ? { self: true } : {}),
    ...(same(person.email, organizer) ? { organizer: true } : {}),
    responseStatus: person.responseStatus ?? 'needsAction',
  }));
  return { ...rest, attendees };
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** JSON with sorted keys: two values that say the same give the same text. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
