import { invalidParameter } from '../api/api-error.ts';
import type { ApiCall } from '../api/gate.ts';
import { jsonObjectOf } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import type { CalendarEntry } from './calendars.ts';
import type { CalendarEvent, EventTime } from './event.ts';
import { spanOf } from './make-event.ts';
import { dayOfDate, isoInZone, isZone, minuteMs, wallToMs } from './zone-time.ts';

/** What a client may not set; sent values are passed over, as at Google. */
const readOnly = new Set([
  'kind',
  'etag',
  'id',
  'htmlLink',
  'created',
  'updated',
  'creator',
  'organizer',
  'iCalUID',
  'recurringEventId',
  'originalStartTime',
  'hangoutLink',
]);

const isText = (value: unknown): boolean => typeof value === 'string';

const isPerson = (value: unknown): boolean => typeof value === 'object' && value !== null && 'email' in value && isText(value.email);

/** What the sandbox itself reads later must have the right shape; the rest is kept as it came. */
const shapes: Readonly<Record<string, (value: unknown) => boolean>> = {
  summary: isText,
  description: isText,
  location: isText,
  eventType: isText,
  status: (value) => value === 'confirmed' || value === 'tentative' || value === 'cancelled',
  transparency: (value) => value === 'opaque' || value === 'transparent',
  recurrence: (value) => Array.isArray(value) && value.every(isText),
  attendees: (value) => Array.isArray(value) && value.every(isPerson),
  extendedProperties: (value) => typeof value === 'object',
};

export type ReadEvent = { readonly ok: true; readonly fields: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly reply: Reply };

/** The writable fields of a request body, times made whole (offset and zone). 400 for a body or a time that makes no sense. */
export function readEventBody(api: ApiCall, entry: CalendarEntry): ReadEvent {
  const body = jsonObjectOf(api.call);
  if (body === undefined) return refuse('body', 'Parse Error', 'parseError');
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (readOnly.has(name)) continue;
    if ((name === 'start' || name === 'end') && value !== null) {
      const time = readTime(value, entry);
      if (time === undefined) return refuse(name, `Invalid ${name} time.`);
      fields[name] = time;
    } else fields[name] = value;
  }
  for (const [name, fits] of Object.entries(shapes)) {
    const value = fields[name];
    if (value !== undefined && value !== null && !fits(value)) return refuse(name, `Invalid value for ${name}`);
  }
  return { ok: true, fields };
}

/** What is wrong with a whole event, or undefined: start and end, of one kind, in order; a zone for a timed series. */
export function eventProblem(event: Partial<CalendarEvent>, entry: CalendarEntry): Reply | undefined {
  const start = event.start ?? undefined;
  const end = event.end ?? undefined;
  if (start === undefined) return invalidParameter('start', 'Missing start time.', 'required');
  if (end === undefined) return invalidParameter('end', 'Missing end time.', 'required');
  if ((start.date === undefined) !== (end.date === undefined)) return invalidParameter('end', 'Start and end times must either both be date or both be dateTime.');
  const span = spanOf({ start, end }, entry.timeZone);
  if (span.to < span.from) return invalidParameter('end', 'The specified time range is empty.', 'timeRangeEmpty');
  const isSeries = (event.recurrence ?? []).length > 0;
  if (isSeries && start.dateTime !== undefined && start.timeZone === undefined) {
    return invalidParameter('start.timeZone', 'Missing time zone definition for start time.', 'required');
  }
  return undefined;
}

/** Puts fields over an event: null takes a field away, lists are replaced whole. */
export function applyFields(event: CalendarEvent, fields: Readonly<Record<string, unknown>>): CalendarEvent {
  const merged: Record<string, unknown> = { ...event, ...fields };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as CalendarEvent;
}

function readTime(value: unknown, entry: CalendarEntry): EventTime | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { date, dateTime, timeZone } = value as { readonly date?: unknown; readonly dateTime?: unknown; readonly timeZone?: unknown };
  if (timeZone !== undefined && timeZone !== null && (typeof timeZone !== 'string' || !isZone(timeZone))) return undefined;
  const zone = typeof timeZone === 'string' ? timeZone : undefined;
  if (typeof dateTime === 'string') return readDateTime(dateTime, zone, entry);
  return typeof date === 'string' && !Number.isNaN(dayOfDate(date)) ? { date } : undefined;
}

/** With an offset the moment is known; without one the zone (or the calendar's) says which moment is meant. */
function readDateTime(text: string, zone: string | undefined, entry: CalendarEntry): EventTime | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i.exec(text);
  const day = dayOfDate(match?.[1] ?? '');
  if (match === null || Number.isNaN(day)) return undefined;
  const ms = match[5] === undefined ? wallToMs(zone ?? entry.timeZone, day, Number(match[2]) * 60 + Number(match[3])) : Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  const whole = Math.floor(ms / (minuteMs / 60)) * (minuteMs / 60);
  return { dateTime: isoInZone(whole, entry.timeZone), ...(zone === undefined ? {} : { timeZone: zone }) };
}

function refuse(location: string, message: string, reason?: string): ReadEvent {
  return { ok: false, reply: invalidParameter(location, message, reason) };
}
