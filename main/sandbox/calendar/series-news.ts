import type { PastSeries } from '../state/state.ts';
import type { World } from '../world.ts';
import type { CalendarEntry } from './calendars.ts';
import { editsSince } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { instancesOf } from './recurrence.ts';

/** [from, to) in ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A series becomes its instances within the span; changed ones are events of their own and left out. Anything else stays as it is. */
export function openSeries(
  entry: CalendarEntry,
  event: CalendarEvent,
  all: ReadonlyMap<string, CalendarEvent>,
  span: Span,
): readonly CalendarEvent[] {
  if (event.recurrence === undefined) return [event];
  if (event.status === 'cancelled') return [];
  return instancesOf(event, entry.timeZone, span.from, span.to).filter((instance) => !all.has(instance.id));
}

/**
 * What changed after a revision. A series whose master changed takes its exceptions along. With a span every instance of it is told of
 * instead: those that are, and as cancelled those that were.
 */
export function newsSince(
  world: World,
  entry: CalendarEntry,
  all: ReadonlyMap<string, CalendarEvent>,
  revision: number,
  span: Span | undefined,
): CalendarEvent[] {
  const news = new Map<string, CalendarEvent>();
  const add = (event: CalendarEvent): void => void news.set(event.id, event);
  for (const { event, past } of editsSince(world, entry, revision)) {
    const before = past?.findLast((one) => one.revision <= revision);
    if (event.recurrence === undefined && before === undefined) {
      // As the store tells it: an exception of a deleted series is deleted too.
      add(all.get(event.id) ?? event);
      continue;
    }
    if (span === undefined || event.recurrence === undefined) add(event);
    for (const exception of all.values()) if (exception.recurringEventId === event.id) add(exception);
    if (span === undefined) continue;
    const now = event.recurrence === undefined ? [] : openSeries(entry, event, all, span);
    const ids = new Set(now.map(({ id }) => id));
    now.forEach(add);
    instancesBefore(entry, event, before, span)
      .filter(({ id }) => !ids.has(id) && !all.has(id))
      .forEach((gone) => { add({ ...gone, status: 'cancelled' }); });
  }
  return [...news.values()];
}

function instancesBefore(entry: CalendarEntry, event: CalendarEvent, before: PastSeries | undefined, span: Span): readonly CalendarEvent[] {
  if (before === undefined || before.status === 'cancelled') return [];
  const { revision: _, ...series } = before;
  return instancesOf({ ...event, ...series }, entry.timeZone, span.from, span.to);
}
