import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { momentOfEdited, wallClock, type EditedTime } from './detail-time.ts';
import { dayOf, momentOf } from './event-span.ts';

export type EventEnd = 'start' | 'end';
/** Milliseconds since the epoch of a start or end as it is edited; null when there is no such time. */
export type Moments = (end: EventEnd, time: EditedTime) => number | null;

/**
 * The moment of an event's own start or end where `time` is what the clock shows then, in whatever zone: an hour that comes twice in
 * autumn does not say which one is meant, and what was not changed has to stay where it is.
 * @param calendarZone for times of the event without an offset
 * @returns milliseconds since the epoch; null where `time` is another one
 */
export function ownMoment(raw: JsonObject, end: EventEnd, time: EditedTime, calendarZone: string | null): number | null {
  const own = raw[end];
  if ('date' in time || !isObject(own) || dayOf(own['date']) !== null) return null;
  const at = momentOf(own, calendarZone);
  return at !== null && showsAs(at, time) ? at : null;
}

/** How times are read that are edited of this event. */
export function momentsOf(raw: JsonObject, calendarZone: string | null): Moments {
  return (end, time) => ownMoment(raw, end, time, calendarZone) ?? momentOfEdited(time);
}

/** The event's own `dateTime` where `time` is the same one and would be read as another moment without its offset; else null. */
export function ownDateTime(raw: JsonObject, end: EventEnd, time: EditedTime, calendarZone: string | null): string | null {
  const at = ownMoment(raw, end, time, calendarZone);
  const own = raw[end];
  return at === null || at === momentOfEdited(time) || !isObject(own) ? null : textOf(own['dateTime']);
}

function showsAs(at: number, time: Extract<EditedTime, { dateTime: string }>): boolean {
  try {
    const shown = wallClock(at, time.zone);
    return 'dateTime' in shown && shown.dateTime === time.dateTime;
  } catch {
    // A zone that nobody knows.
    return false;
  }
}
