import { Temporal } from 'temporal-polyfill';
import type { EditedTime } from '../../../../preload/contract/calendar.ts';
import { wallTime } from './event-form.ts';
import type { Stretch } from './free-slots.ts';
import { isZone } from './times.ts';
import type { TimeRange } from './windows-context.ts';

/** A new event starts with the gap and takes an hour of it at most: a gap is seldom a meeting. */
export function rangeOf({ from, to }: Stretch, zone: string): TimeRange {
  const known = isZone(zone) ? zone : 'UTC';
  const time = (at: number): EditedTime => wallTime(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(known));
  return { start: time(from), end: time(Math.min(to, from + 3_600_000)) };
}
