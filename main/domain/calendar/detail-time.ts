import { Temporal } from 'temporal-polyfill';
import { isObject, type JsonObject } from '../shared/guards.ts';
import type { EventSpan } from './event-span.ts';
import { knownZone } from './zones.ts';

/** A time as it is edited: an RFC 3339 full-date, or a wall-clock time (`YYYY-MM-DDTHH:mm`) in an IANA zone. */
export type EditedTime = { readonly date: string } | { readonly dateTime: string; readonly zone: string };

/** The first of these that is a known zone; UTC when there is none. */
export function firstZone(...candidates: readonly (string | null)[]): string {
  return candidates.find((zone): zone is string => knownZone(zone) !== null) ?? 'UTC';
}

/** The zone that stands in `start`, `end` or `originalStartTime`; null when it has none that is known. */
export function ownZone(time: unknown): string | null {
  return isObject(time) ? knownZone(time['timeZone']) : null;
}

/** Start and end of an event as a form has them: each in its own zone, else the calendar's. */
export function editedTimes(raw: JsonObject, span: EventSpan, calendarZone: string | null): { readonly start: EditedTime; readonly end: EditedTime } {
  if (span.allDay) return { start: { date: span.start }, end: { date: span.end } };
  const zone = firstZone(ownZone(raw['start']), calendarZone);
  return {
    start: wallClock(span.from, zone),
    end: wallClock(span.to, firstZone(ownZone(raw['end']), zone)),
  };
}

/** @param at milliseconds since the epoch */
export function wallClock(at: number, zone: string): EditedTime {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  return { dateTime: local.toString({ smallestUnit: 'minute' }), zone };
}

/** The same moment on the clock of `like`, where both are times of day: a drag across another zone's grid moves no event to that zone. */
export function inZoneOf(like: EditedTime, time: EditedTime): EditedTime {
  if ('date' in like || 'date' in time || like.zone === time.zone) return time;
  const at = momentOfEdited(time);
  return at === null ? time : wallClock(at, firstZone(like.zone));
}

/** Null when there is no such date or time. */
export function plainOf(time: EditedTime): Temporal.PlainDateTime | null {
  try {
    return 'date' in time ? Temporal.PlainDate.from(time.date).toPlainDateTime() : Temporal.PlainDateTime.from(time.dateTime);
  } catch {
    return null;
  }
}

/**
 * Milliseconds since the epoch; of a date UTC midnight. A wall-clock time that the clocks skip means the one an hour later, as at Google.
 * Null when there is no such date, time or zone.
 */
export function momentOfEdited(time: EditedTime): number | null {
  const plain = plainOf(time);
  if (plain === null) return null;
  try {
    return plain.toZonedDateTime('date' in time ? 'UTC' : time.zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The same date, or the same moment in the same zone: two names of one zone are the same when the clocks agree. */
export function sameTime(one: EditedTime, other: EditedTime): boolean {
  if ('date' in one || 'date' in other) return 'date' in one && 'date' in other && one.date === other.date;
  if (one.dateTime !== other.dateTime) return false;
  const at = momentOfEdited(one);
  return one.zone === other.zone || (at !== null && at === momentOfEdited(other));
}

/** `25 Nov 2026`, or `25 Nov 2026, 09:30 (Europe/Berlin)`. */
export function timeInWords(time: EditedTime): string {
  const plain = plainOf(time);
  if (plain === null) return 'date' in time ? time.date : time.dateTime;
  const date = `${plain.day} ${MONTHS[plain.month - 1] ?? ''} ${plain.year}`;
  if ('date' in time) return date;
  return `${date}, ${plain.toPlainTime().toString({ smallestUnit: 'minute' })} (${time.zone})`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
