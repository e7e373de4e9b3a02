import { Temporal } from 'temporal-polyfill';
import { isZone } from './times.ts';

/** From one moment to another, milliseconds since the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One list without overlaps or touching ends, in order; what ends before it begins is left out. */
export function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = stretches.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const result: Stretch[] = [];
  for (const one of sorted) {
    const last = result.at(-1);
    if (last !== undefined && one.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    else result.push(one);
  }
  return result;
}

/** What is left of `window` beside `busy`. */
export function gaps(window: Stretch, busy: readonly Stretch[]): readonly Stretch[] {
  const free: Stretch[] = [];
  let at = window.from;
  for (const { from, to } of merged(busy)) {
    if (to <= window.from || from >= window.to) continue;
    if (from > at) free.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < window.to) free.push({ from: at, to: window.to });
  return free;
}

/** Working hours of a day, whole hours on the zone's clocks. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
}

export const WORKING_HOURS: WorkingHours = { from: 9, to: 17, days: [1, 2, 3, 4, 5] };

/** The moment a day begins in the zone: not always 00:00, where clocks change at midnight. */
export function dayStart(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(isZone(zone) ? zone : 'UTC').epochMilliseconds;
}

/**
 * When everybody is free within working hours.
 * @param first RFC 3339 full-date
 * @param shortest milliseconds; shorter gaps are no use
 */
export function commonSlots(
  first: string,
  days: number,
  zone: string,
  busy: readonly Stretch[],
  { hours = WORKING_HOURS, shortest = 30 * 60_000 }: { readonly hours?: WorkingHours; readonly shortest?: number } = {},
): readonly Stretch[] {
  const known = isZone(zone) ? zone : 'UTC';
  const all = merged(busy);
  return Array.from({ length: days }, (_, at) => Temporal.PlainDate.from(first).add({ days: at }))
    .filter((date) => hours.days.includes(date.dayOfWeek))
    .flatMap((date) => {
      const at = (hour: number): number =>
        (hour === 24 ? date.add({ days: 1 }).toZonedDateTime(known) : date.toZonedDateTime({ timeZone: known, plainTime: Temporal.PlainTime.from({ hour }) })).epochMilliseconds;
      return gaps({ from: at(hours.from), to: at(hours.to) }, all);
    })
    .filter(({ from, to }) => to - from >= shortest);
}

/** Hours of the shared axis: their moments and clock hours in the zone, so that a day of 23 or 25 hours is drawn as it is. */
export function axisMarks(window: Stretch, zone: string, everyHours: number): readonly { readonly at: number; readonly hour: number }[] {
  const known = isZone(zone) ? zone : 'UTC';
  const marks: { at: number; hour: number }[] = [];
  let seen = -1;
  for (let at = window.from; at < window.to && marks.length < 400; at += 3_600_000) {
    const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(known);
    // An hour that comes twice is marked once.
    if (clock.hour % everyHours === 0 && clock.hour !== seen) marks.push({ at, hour: clock.hour });
    seen = clock.hour;
  }
  return marks;
}
