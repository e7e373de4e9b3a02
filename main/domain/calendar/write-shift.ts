import { Temporal } from 'temporal-polyfill';
import type { EventChanges, EventFields } from './detail-fields.ts';
import { firstZone, momentOfEdited, plainOf, sameTime, type EditedTime } from './detail-time.ts';
import type { EventEnd, Moments } from './own-moment.ts';
import { shiftRule, type DayShift } from './write-shift-rule.ts';

type Times = Pick<EventFields, 'start' | 'end'>;
export type Shifted = { readonly ok: true; readonly changes: EventChanges } | { readonly ok: false; readonly reason: string };

/**
 * Moves a whole series by as much as one of its instances was moved, measured on the clock of the series' zone, so that a meeting at
 * nine stays at nine (or whatever was chosen) on both sides of a change of the clocks.
 * @param series the series' own fields
 * @param was the instance as it is now
 * @param wanted where it was dropped, or how long it was drawn
 * @param moments how times of the instance are read
 */
export function shiftSeries(series: EventFields, was: Times, wanted: Times, moments: Moments = (_, time) => momentOfEdited(time)): Shifted {
  const allDay = 'date' in series.start;
  if ('date' in was.start !== allDay || 'date' in wanted.start !== allDay || 'date' in wanted.end !== allDay) {
    return refuse('A series cannot be moved between all-day and a time of day by dragging. Edit the series instead.');
  }
  const zone = 'zone' in series.start ? firstZone(series.start.zone) : 'UTC';
  const local = (times: Times, end: EventEnd): Temporal.PlainDateTime | null => localTo(times[end], moments(end, times[end]), zone);
  const [from, to, until] = [local(was, 'start'), local(wanted, 'start'), local(wanted, 'end')];
  const [first, last] = [plainOf(series.start), plainOf(series.end)];
  if (from === null || to === null || until === null || first === null || last === null) return refuse('There is no such date, time or time zone.');
  const distance = to.since(from, { largestUnit: 'day' });
  const newFirst = first.add(distance);
  // As long on the clock as the instance was made.
  const length = sameLength(was, wanted, moments) ? last.since(first, { largestUnit: 'day' }) : until.since(to, { largestUnit: 'day' });
  const moved = {
    start: timeLike(series.start, newFirst),
    end: timeLike(series.end, newFirst.add(length)),
  };
  const days = from.toPlainDate().until(to.toPlainDate()).days;
  const stays = sameTime(moved.start, series.start);
  const recurrence = stays
    ? { ok: true as const, lines: null }
    : shiftLines(series.recurrence, {
        days,
        from: from.toPlainDate(),
        to: to.toPlainDate(),
        first: first.toPlainDate(),
        newFirst: newFirst.toPlainDate(),
        moveUntil: (text) => moveUntil(text, distance, zone),
      });
  if (!recurrence.ok) return recurrence;
  // Another weekday of the same week moves: the series begins where it did, at the new time of day.
  const keepsDate = days !== 0 && isOneOfSeveral(series.recurrence) && first.dayOfWeek !== from.dayOfWeek;
  const start = keepsDate ? newFirst.subtract({ days }) : newFirst;
  const times = keepsDate ? { start: timeLike(series.start, start), end: timeLike(series.end, start.add(length)) } : moved;
  return { ok: true, changes: { ...times, ...(recurrence.lines === null ? {} : { recurrence: recurrence.lines }) } };
}

function shiftLines(lines: readonly string[], shift: DayShift): { readonly ok: true; readonly lines: string[] | null } | { readonly ok: false; readonly reason: string } {
  const [rule, ...more] = lines;
  if (rule === undefined) return refuse('The rule of the series could not be read.');
  if (more.length > 0) return refuse('The series has dates added or left out by hand, which would not move along. Edit the series instead.');
  const shifted = shiftRule(rule, shift);
  if (!shifted.ok) return shifted;
  return { ok: true, lines: shifted.rule === rule ? null : [shifted.rule] };
}

/** UNTIL moves as the series does, or the last event would fall off. A date, or a moment in UTC. */
function moveUntil(text: string, distance: Temporal.Duration, zone: string): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour, minute = '', second = '', utc = ''] = match;
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`);
    if (hour === undefined) return date.add({ days: distance.days }).toString().replaceAll('-', '');
    const at = Temporal.PlainDateTime.from(`${date.toString()}T${hour}:${minute}:${second}`);
    const local = utc === '' ? at : at.toZonedDateTime('UTC').withTimeZone(zone).toPlainDateTime();
    const moved = local.add(distance);
    const result = utc === '' ? moved : moved.toZonedDateTime(zone).withTimeZone('UTC').toPlainDateTime();
    return `${result.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}${utc}`;
  } catch {
    return null;
  }
}

function isOneOfSeveral(lines: readonly string[]): boolean {
  return /[;:]BYDAY=[^;]*,/i.test(lines[0] ?? '');
}

function sameLength(one: Times, other: Times, moments: Moments): boolean {
  const length = ({ start, end }: Times): number => (moments('end', end) ?? 0) - (moments('start', start) ?? 0);
  return length(one) === length(other);
}

/** The time on the clock of another zone; a date is the same everywhere. */
function localTo(time: EditedTime, at: number | null, zone: string): Temporal.PlainDateTime | null {
  if ('date' in time) return plainOf(time);
  return at === null ? null : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
}

/** Of the same kind, and in the same zone, as `like`. */
function timeLike(like: EditedTime, at: Temporal.PlainDateTime): EditedTime {
  if ('date' in like) return { date: at.toPlainDate().toString() };
  return { dateTime: at.toString({ smallestUnit: 'minute' }), zone: like.zone };
}

function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
