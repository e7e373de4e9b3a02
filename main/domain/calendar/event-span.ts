import { Temporal } from 'temporal-polyfill';
import { isObject, textOf, type JsonObject } from '../shared/guards.ts';

/** When an event is. */
export interface EventSpan {
  readonly allDay: boolean;
  /** Milliseconds since the epoch; of an all-day event UTC midnight of its first day. */
  readonly from: number;
  /** Exclusive; never before `from`. Of an all-day event UTC midnight of the day after its last. */
  readonly to: number;
  /** All-day: RFC 3339 full-date. Timed: date-time in UTC. */
  readonly start: string;
  readonly end: string;
}

export const DAY_MS = 86_400_000;
/** Years 0001 to 9999, which is what RFC 3339 can write. */
const EARLIEST = -62_135_596_800_000;
const LATEST = 253_402_300_799_999;

const datePattern = /^\d{4}-\d\d-\d\d$/;
/** RFC 3339 §5.6, the offset optional as Google allows it beside a zone. */
const momentPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/i;

/**
 * The time of an event resource: `date` or `dateTime` with an offset, or without one in its `timeZone`, else the calendar's.
 * An end that is missing, unreadable, of the other kind or before the start is the shortest there is: the start, or its day.
 * https://developers.google.com/workspace/calendar/api/concepts/events-calendars
 * @returns null without a readable start
 */
export function spanOf(raw: JsonObject, calendarZone: string | null): EventSpan | null {
  const start = isObject(raw['start']) ? raw['start'] : {};
  const end = isObject(raw['end']) ? raw['end'] : {};
  const day = dayOf(start['date']);
  if (day !== null) {
    const to = Math.max(dayOf(end['date']) ?? 0, day + DAY_MS);
    return { allDay: true, from: day, to, start: dateText(day), end: dateText(to) };
  }
  const from = momentOf(start, calendarZone);
  if (from === null) return null;
  const to = Math.max(momentOf(end, calendarZone) ?? from, from);
  return { allDay: false, from, to, start: new Date(from).toISOString(), end: new Date(to).toISOString() };
}

/** UTC midnight of a full-date in milliseconds; null when it is none, 30 February included. */
export function dayOf(value: unknown): number | null {
  const text = textOf(value);
  if (text === null || !datePattern.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  // Date.parse moves 30 February into March.
  return Number.isNaN(at) || at < EARLIEST || at > LATEST - DAY_MS || dateText(at) !== text ? null : at;
}

/** The RFC 3339 full-date of a moment, in UTC. */
export function dateText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The moment of an event's `start`, `end` or `originalStartTime` in milliseconds; null when it has none that can be read. */
export function momentOf(time: JsonObject, calendarZone: string | null): number | null {
  const text = textOf(time['dateTime']);
  if (text === null) return null;
  const match = momentPattern.exec(text);
  if (match === null) return null;
  const at = match[3] === undefined ? wallClock(text, textOf(time['timeZone']), calendarZone) : Date.parse(text);
  return Number.isNaN(at) || at < EARLIEST || at > LATEST ? null : at;
}

/** A time without offset means its zone; a zone nobody knows means the next best one, in the end UTC. */
function wallClock(text: string, ...zones: readonly (string | null)[]): number {
  for (const zone of [...zones, 'UTC']) {
    if (zone === null) continue;
    try {
      return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
    } catch {
      // The next zone; a time that is none fails in UTC too.
    }
  }
  return Number.NaN;
}
