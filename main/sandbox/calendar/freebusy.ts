import { classicError, invalidParameter } from '../api/api-error.ts';
import type { ApiHandler } from '../api/gate.ts';
import { isDateTime } from '../api/check-parameters.ts';
import { jsonObjectOf } from '../http/call.ts';
import { json } from '../http/reply.ts';
import type { World } from '../world.ts';
import { findCalendar } from './calendar-list.ts';
import type { CalendarEntry } from './calendars.ts';
import { eventsOf } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { spanOf } from './make-event.ts';
import { instancesOf } from './recurrence.ts';
import { isoInZone, isZone } from './zone-time.ts';

const mostCalendars = 50;

/** freebusy.query: answers 200 even when calendars fail; their errors stand beside them. */
export const queryFreeBusy: ApiHandler = (api) => {
  const body = jsonObjectOf(api.call);
  if (body === undefined) return classicError(400, 'Parse Error', { reason: 'parseError' });
  const { timeMin, timeMax, items, timeZone } = body;
  if (typeof timeMin !== 'string' || !isDateTime(timeMin)) return invalidParameter('timeMin', 'Missing or invalid timeMin', 'required');
  if (typeof timeMax !== 'string' || !isDateTime(timeMax)) return invalidParameter('timeMax', 'Missing or invalid timeMax', 'required');
  const from = Date.parse(timeMin);
  const to = Date.parse(timeMax);
  if (from >= to) return invalidParameter('timeMax', 'The specified time range is empty.', 'timeRangeEmpty');
  const zone = typeof timeZone === 'string' ? timeZone : 'UTC';
  if (!isZone(zone)) return invalidParameter('timeZone', 'Invalid time zone.');

  const ids = (Array.isArray(items) ? (items as unknown[]) : []).map(idOf);
  const calendars = ids.map((id, index): [string, unknown] => {
    if (index >= mostCalendars) return [id, { errors: [{ domain: 'calendar', reason: 'tooManyCalendarsRequested' }], busy: [] }];
    const entry = findCalendar(api, id);
    if (entry === undefined) return [id, { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] }];
    return [id, { busy: busyTimes(api.world, entry, from, to).map((span) => ({ start: isoInZone(span.from, zone), end: isoInZone(span.to, zone) })) }];
  });
  return json(200, {
    kind: 'calendar#freeBusy',
    timeMin: new Date(from).toISOString(),
    timeMax: new Date(to).toISOString(),
    calendars: Object.fromEntries(calendars),
  });
};

function idOf(item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id : '';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Merged times in which the calendar is busy: not cancelled, not marked free, not declined. */
function busyTimes(world: World, entry: CalendarEntry, from: number, to: number): readonly Span[] {
  const events = eventsOf(world, entry);
  const spans = [...events.values()]
    .flatMap((event) =>
      event.recurrence === undefined
        ? [event]
        : instancesOf(event, entry.timeZone, from, to).filter((instance) => !events.has(instance.id)),
    )
    .filter(blocks)
    .map((event) => spanOf(event, entry.timeZone))
    .filter((span) => span.to > from && span.from < to)
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}

function blocks(event: CalendarEvent): boolean {
  const declined = event.attendees?.some((person) => person.self === true && person.responseStatus === 'declined') === true;
  return event.status !== 'cancelled' && event.transparency !== 'transparent' && !declined;
}
