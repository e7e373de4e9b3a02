import type { ApiCall } from '../api/gate.ts';
import type { CalendarEntry } from './calendars.ts';
import type { CalendarEvent } from './event.ts';
import { spanOf } from './make-event.ts';
import { instancesOf } from './recurrence.ts';

/** The filters of events.list that look at one event: time range, words, iCalUID, types, updatedMin, extended properties. */
export function passesFilters(api: ApiCall, entry: CalendarEntry, event: CalendarEvent): boolean {
  return (
    inTimeRange(api, entry, event) &&
    hasWords(event, api.query('q')) &&
    (api.query('iCalUID') ?? event.iCalUID) === event.iCalUID &&
    hasType(event, api.call.query.getAll('eventTypes')) &&
    isNewEnough(event, api.query('updatedMin')) &&
    hasProperties(event, 'private', api.call.query.getAll('privateExtendedProperty')) &&
    hasProperties(event, 'shared', api.call.query.getAll('sharedExtendedProperty'))
  );
}

/** timeMin looks at the end, timeMax at the start, both exclusive. A master counts when one of its instances does. */
function inTimeRange(api: ApiCall, entry: CalendarEntry, event: CalendarEvent): boolean {
  const timeMin = api.query('timeMin');
  const timeMax = api.query('timeMax');
  if (timeMin === undefined && timeMax === undefined) return true;
  const from = timeMin === undefined ? Number.NEGATIVE_INFINITY : Math.floor(Date.parse(timeMin) / 1000) * 1000;
  const to = timeMax === undefined ? Number.POSITIVE_INFINITY : Math.floor(Date.parse(timeMax) / 1000) * 1000;
  const span = spanOf(event, entry.timeZone);
  if (span.to > from && span.from < to) return true;
  if (event.recurrence === undefined) return false;
  const sixYears = 6 * 366 * 86_400_000;
  return instancesOf(event, entry.timeZone, from, Math.min(to, span.from + sixYears)).length > 0;
}

function hasWords(event: CalendarEvent, q: string | undefined): boolean {
  if (q === undefined || q.trim() === '') return true;
  const people = [event.organizer, event.creator, ...(event.attendees ?? [])].flatMap((person) => [person?.email, person?.displayName]);
  const text = [event.summary, event.description, event.location, ...people].join('\n').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function hasType(event: CalendarEvent, types: readonly string[]): boolean {
  return types.length === 0 || types.includes(event.eventType ?? 'default');
}

function isNewEnough(event: CalendarEvent, updatedMin: string | undefined): boolean {
  return updatedMin === undefined || Date.parse(event.updated ?? '') >= Date.parse(updatedMin);
}

function hasProperties(event: CalendarEvent, kind: 'private' | 'shared', wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const all = event['extendedProperties'] as Partial<Record<string, Record<string, string>>> | undefined;
  return wanted.every((pair) => {
    const equals = pair.indexOf('=');
    return all?.[kind]?.[pair.slice(0, equals)] === pair.slice(equals + 1);
  });
}
