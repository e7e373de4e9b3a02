import { Temporal } from 'temporal-polyfill';

/** Dates are RFC 3339 full-dates (`2026-11-23`) throughout: a date is never a moment, so no zone can shift it. */
export type CalendarView = 'month' | 'week' | 'day' | 'agenda';

export interface DateRange {
  readonly first: string;
  /** Exclusive. */
  readonly after: string;
}

/** Temporal's limit is wider; beyond these years nobody keeps a calendar and dates get other shapes. */
const FIRST = Temporal.PlainDate.from('0001-01-01');
const LAST = Temporal.PlainDate.from('9999-12-31');

function clamp(date: Temporal.PlainDate): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(date, FIRST) < 0) return FIRST;
  return Temporal.PlainDate.compare(date, LAST) > 0 ? LAST : date;
}

export function addDays(date: string, days: number): string {
  return clamp(Temporal.PlainDate.from(date).add({ days })).toString();
}

/** @param weekStart 0 Sunday … 6 Saturday */
export function startOfWeek(date: string, weekStart: number): string {
  const day = Temporal.PlainDate.from(date);
  return addDays(date, -((day.dayOfWeek - weekStart + 7) % 7));
}

/**
 * The days a view shows: a month is filled up to whole weeks. The agenda has no end of its own; its range is what
 * `Previous` and `Next` step over.
 */
export function rangeOf(view: CalendarView, date: string, weekStart: number): DateRange {
  switch (view) {
    case 'day':
      return { first: date, after: addDays(date, 1) };
    case 'week':
    case 'agenda': {
      const first = startOfWeek(date, weekStart);
      return { first, after: addDays(first, 7) };
    }
    case 'month': {
      const day = Temporal.PlainDate.from(date).with({ day: 1 });
      const last = day.add({ months: 1 }).subtract({ days: 1 });
      return { first: startOfWeek(day.toString(), weekStart), after: addDays(startOfWeek(last.toString(), weekStart), 7) };
    }
  }
}

/** The date after pressing `Previous` (-1) or `Next` (1). */
export function stepped(view: CalendarView, date: string, direction: 1 | -1): string {
  const day = Temporal.PlainDate.from(date);
  if (view === 'month') return clamp(day.with({ day: 1 }).add({ months: direction })).toString();
  return addDays(date, direction * (view === 'day' ? 1 : 7));
}

/** The date at a moment (milliseconds since the epoch) in a zone. */
export function dateAt(moment: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** When a date begins in a zone, in milliseconds since the epoch; not always at midnight. */
export function startOfDate(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** Moments of a range of dates in a zone. */
export function momentsOf({ first, after }: DateRange, zone: string): { readonly from: number; readonly to: number } {
  return { from: startOfDate(first, zone), to: startOfDate(after, zone) };
}

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const FORMAT = {
  month: format({ month: 'long', year: 'numeric' }),
  day: format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
  within: format({ day: 'numeric', month: 'short' }),
  range: format({ day: 'numeric', month: 'short', year: 'numeric' }),
  heading: format({ weekday: 'short', day: 'numeric', month: 'short' }),
  full: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
};

/** A date as the UTC moment that the formats above print as the same date. */
function printable(date: string): number {
  return startOfDate(date, 'UTC');
}

/** `23 – 29 Nov 2026`, `30 Nov – 6 Dec`, `November 2026`, `Mon 23 Nov 2026`; the agenda says the month it stands in. */
export function titleOf(view: CalendarView, date: string, weekStart: number): string {
  if (view === 'month' || view === 'agenda') return FORMAT.month.format(printable(date));
  if (view === 'day') return FORMAT.day.format(printable(date)).replace(',', '');
  const { first, after } = rangeOf('week', date, weekStart);
  const last = addDays(after, -1);
  // Two months name themselves; with the year the line would not fit beside the buttons.
  const words = first.slice(5, 7) !== last.slice(5, 7) && first.slice(0, 4) === last.slice(0, 4) ? FORMAT.within : FORMAT.range;
  return words.formatRange(printable(first), printable(last)).replace(/\s*–\s*/, ' – ');
}

/** `Mon 23 Nov`, with the year when it is not that of `today`. */
export function dateHeading(date: string, today: string): string {
  const text = FORMAT.heading.format(printable(date)).replace(',', '');
  return date.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${date.slice(0, 4)}`;
}

/** `Monday 23 November 2026` */
export function dateWords(date: string): string {
  return FORMAT.full.format(printable(date)).replace(',', '');
}
