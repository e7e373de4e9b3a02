import { Temporal } from 'temporal-polyfill';
import type { EditedTime } from '../../../../preload/contract/calendar.ts';

/** What the two ends of an event are made of. Timed: RFC 3339 moments; all-day: dates, the end exclusive (RFC 5545 §3.6.1). */
export interface Span {
  readonly allDay: boolean;
  readonly start: string;
  readonly end: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether this runtime knows the zone. */
export function isZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    return false;
  }
}

/** The moment in the zone; null when either is not what it should be. An unknown zone is read as UTC. */
export function zoned(moment: string, zone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.Instant.from(moment).toZonedDateTimeISO(isZone(zone) ? zone : 'UTC');
  } catch {
    return null;
  }
}

/** A date; null when the text is none. */
export function plainDate(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** The date so many days later (or earlier); the text itself when it is no date. */
export function plusDays(date: string, days: number): string {
  return plainDate(date)?.add({ days }).toString() ?? date;
}

/** `Tue 24 Nov`, with the year when it is not `year`. */
export function dateWords(date: Temporal.PlainDate, year: number): string {
  const words = `${DAYS[date.dayOfWeek - 1] ?? ''} ${date.day} ${MONTHS[date.month - 1] ?? ''}`;
  return date.year === year ? words : `${words} ${date.year}`;
}

/** `14:05`, or `2:05 pm`. */
export function clockWords(time: Temporal.PlainTime, hour24: boolean): string {
  const minutes = String(time.minute).padStart(2, '0');
  if (hour24) return `${String(time.hour).padStart(2, '0')}:${minutes}`;
  return `${time.hour % 12 === 0 ? 12 : time.hour % 12}:${minutes} ${time.hour < 12 ? 'am' : 'pm'}`;
}

/** `UTC+5:45`: what clocks in the zone show at that moment. */
export function offsetWords(at: Temporal.ZonedDateTime): string {
  const minutes = Math.round(at.offsetNanoseconds / 60e9);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** `Kathmandu (UTC+5:45)`: the zone for people, at a moment. */
export function zoneWords(zone: string, at: Temporal.ZonedDateTime): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return city === 'UTC' ? city : `${city} (${offsetWords(at)})`;
}

/**
 * When it is, in words: `Tue 24 Nov, 10:00 – 12:00`; all-day as dates that people see (the last day included).
 * Where clocks change between the two ends, both are given their offset, so that a night with two 02:30 reads right.
 * @param now milliseconds since the epoch; the year is said when it is another one
 */
export function whenWords(span: Span, zone: string, now: number, hour24: boolean): string {
  const year = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(isZone(zone) ? zone : 'UTC').year;
  if (span.allDay) return daysWords(span, year);
  const start = zoned(span.start, zone);
  const end = zoned(span.end, zone);
  if (start === null || end === null) return 'At an unknown time';
  const changes = start.offsetNanoseconds !== end.offsetNanoseconds;
  const clock = (at: Temporal.ZonedDateTime): string => clockWords(at.toPlainTime(), hour24) + (changes ? ` (${offsetWords(at)})` : '');
  const first = `${dateWords(start.toPlainDate(), year)}, ${clock(start)}`;
  if (start.epochMilliseconds === end.epochMilliseconds) return first;
  const sameDay = start.toPlainDate().equals(end.toPlainDate());
  return `${first} – ${sameDay ? '' : `${dateWords(end.toPlainDate(), year)}, `}${clock(end)}`;
}

function daysWords({ start, end }: Span, year: number): string {
  const first = plainDate(start);
  if (first === null) return 'On an unknown day';
  const last = plainDate(end)?.subtract({ days: 1 }) ?? first;
  if (Temporal.PlainDate.compare(last, first) <= 0) return dateWords(first, year);
  return `${dateWords(first, year)} – ${dateWords(last, year)}`;
}

/**
 * The same event on the clocks of the zone it was made in, when those show something else than the shown zone's.
 * @returns null when they agree, or when the event is all-day or has no zone of its own
 */
export function ownZoneWords(
  span: Span,
  own: { readonly startZone: string | null; readonly endZone: string | null },
  shown: string,
  now: number,
  hour24: boolean,
): string | null {
  const { startZone, endZone } = own;
  if (span.allDay || startZone === null) return null;
  const start = zoned(span.start, startZone);
  const end = zoned(span.end, endZone ?? startZone);
  if (start === null || end === null || !isZone(startZone)) return null;
  if (endZone !== null && endZone !== startZone) {
    const [from, to] = [start.toPlainTime(), end.toPlainTime()].map((time) => clockWords(time, hour24));
    return `${from ?? ''} in ${zoneWords(startZone, start)} – ${to ?? ''} in ${zoneWords(endZone, end)}`;
  }
  const here = zoned(span.start, shown);
  const hereEnd = zoned(span.end, shown);
  if (here?.offsetNanoseconds === start.offsetNanoseconds && hereEnd?.offsetNanoseconds === end.offsetNanoseconds) return null;
  return `${whenWords(span, startZone, now, hour24)} in ${zoneWords(startZone, start)}`;
}

/** When an edited span is, in words; its ends as the write says them, the end of days exclusive. */
export function editedWords(start: EditedTime, end: EditedTime, now: number, hour24: boolean): string {
  const zone = 'date' in start ? 'UTC' : start.zone;
  const span = { allDay: 'date' in start, start: momentOf(start), end: momentOf(end) };
  return whenWords(span, zone, now, hour24);
}

function momentOf(time: EditedTime): string {
  if ('date' in time) return time.date;
  return toZoned(time.dateTime, time.zone)?.toInstant().toString() ?? '';
}

/** A wall-clock time in a zone; a time that the clocks skip is moved on, one that comes twice is the first. Null when it is none. */
export function toZoned(dateTime: string, zone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone);
  } catch {
    return null;
  }
}

/** True for a wall-clock time that the zone's clocks skip (the night summer time begins). */
export function isSkipped(dateTime: string, zone: string): boolean {
  const real = toZoned(dateTime, zone);
  return real !== null && !real.toPlainDateTime().equals(Temporal.PlainDateTime.from(dateTime));
}

/**
 * Reads a time of day as people type it: `9`, `9:30`, `0930`, `14.05`, `2 pm`.
 * @returns `HH:mm`, or null
 */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[:.h]\s*(\d\d)|(\d\d))?\s*(am|pm|a|p)?\.?$/i.exec(text.trim());
  if (match === null) return null;
  const [, hours = '', spaced, tight, half] = match;
  let hour = Number(hours);
  const minute = Number(spaced ?? tight ?? '0');
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * Reads a date as people type it: `2026-11-24`, `24.11.2026`, `24/11`, `24 Nov 2026`, `Tue 24 Nov`.
 * A missing year is that of `today`.
 * @param today RFC 3339 full-date
 * @returns RFC 3339 full-date, or null
 */
export function readDate(text: string, today: string): string | null {
  const typed = text.trim().toLowerCase().replace(/^[a-z]{2,9},?\s+(?=\d)/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?,?(?:\s+(\d{4}))?$/.exec(typed);
  const year = Number(today.slice(0, 4));
  if (named !== null) {
    const month = MONTHS.findIndex((name) => named[2]?.startsWith(name.toLowerCase())) + 1;
    return month === 0 ? null : dateOf(Number(named[3] ?? year), month, Number(named[1]));
  }
  const numbers = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?$/.exec(typed);
  return numbers === null ? null : dateOf(Number(numbers[3] ?? year), Number(numbers[2]), Number(numbers[1]));
}

function dateOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
