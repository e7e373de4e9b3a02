import { dateText, DAY_MS } from './event-span.ts';
import { ALL_DAY, CANCELLED, DECLINED, TIMELESS, type IndexEntry } from './index-entry.ts';
import { ZoneDays } from './zones.ts';

/** What of the events an agenda shows, and whose days count. */
export interface AgendaFilter {
  /** IANA name; one that is not known counts as UTC. */
  readonly zone: string;
  readonly showDeclined: boolean;
  readonly showCancelled: boolean;
}

/** One event on one day. Days are whole days since 1970-01-01. */
export interface AgendaRow<T> {
  readonly of: T;
  readonly entry: IndexEntry;
}

/** An event of years must not fill the agenda: it stands on its first days only. */
export const MOST_DAYS = 60;

/** Number of rows a day: RFC 3339 full-dates in order. */
export function countDays(calendars: Iterable<Iterable<IndexEntry>>, filter: AgendaFilter): readonly (readonly [string, number])[] {
  const days = new ZoneDays(filter.zone);
  const counts = new Map<number, number>();
  for (const entries of calendars) {
    for (const entry of entries) {
      if (!isShown(entry, filter)) continue;
      const [first, last] = daysOf(entry, days);
      for (let day = first; day <= last; day += 1) counts.set(day, (counts.get(day) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a], [b]) => a - b).map(([day, count]) => [dateText(day * DAY_MS), count]);
}

/**
 * The rows of the days from `first` to `last` (inclusive, whole days since 1970-01-01) that have any, in order; exactly those that
 * `countDays` counts. On a day all-day events come first, then by start.
 */
export function rowsOfDays<T>(
  events: Iterable<readonly [T, IndexEntry]>,
  range: { readonly first: number; readonly last: number },
  filter: AgendaFilter,
): readonly { readonly date: string; readonly rows: readonly AgendaRow<T>[] }[] {
  const days = new ZoneDays(filter.zone);
  const found = new Map<number, AgendaRow<T>[]>();
  for (const [of, entry] of events) {
    if (!isShown(entry, filter) || !isNear(entry, range)) continue;
    const [first, last] = daysOf(entry, days);
    for (let day = Math.max(first, range.first); day <= Math.min(last, range.last); day += 1) {
      const rows = found.get(day);
      if (rows === undefined) found.set(day, [{ of, entry }]);
      else rows.push({ of, entry });
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([day, rows]) => ({ date: dateText(day * DAY_MS), rows: rows.sort(byTime) }));
}

function isShown({ flags }: IndexEntry, filter: AgendaFilter): boolean {
  if ((flags & TIMELESS) !== 0) return false;
  return (filter.showCancelled || (flags & CANCELLED) === 0) && (filter.showDeclined || (flags & DECLINED) === 0);
}

/** All-day events are plain dates whatever the zone; the end of any event is exclusive. */
function daysOf(entry: IndexEntry, days: ZoneDays): readonly [number, number] {
  const allDay = (entry.flags & ALL_DAY) !== 0;
  const dayAt = (at: number): number => (allDay ? Math.floor(at / DAY_MS) : days.dayOf(at));
  const first = dayAt(entry.from);
  // Where the clock goes back over midnight an end can fall on the day before its start.
  const last = Math.max(first, entry.to > entry.from ? dayAt(entry.to - 1) : first);
  return [first, Math.min(last, first + MOST_DAYS - 1)];
}

/** Whether it can stand on one of the days in any zone: spares the zone's arithmetic for all others. */
export function isNear(entry: IndexEntry, { first, last }: { readonly first: number; readonly last: number }): boolean {
  return entry.from < (last + 3) * DAY_MS && entry.to >= (first - 2) * DAY_MS;
}

function byTime<T>(a: AgendaRow<T>, b: AgendaRow<T>): number {
  return (b.entry.flags & ALL_DAY) - (a.entry.flags & ALL_DAY) || a.entry.from - b.entry.from || a.entry.to - b.entry.to;
}
