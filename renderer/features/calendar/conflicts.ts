import type { EventRowDto } from '../../../preload/contract/calendar.ts';
import { eventKey } from './event-words.ts';
import { startOfDate } from './view-dates.ts';

export interface Conflict {
  readonly first: EventRowDto;
  readonly second: EventRowDto;
  /** Where the two overlap, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

export interface Conflicts {
  /** By the moment they begin; at most `LIMIT`. */
  readonly pairs: readonly Conflict[];
  /** True when there are more pairs than are listed. */
  readonly more: boolean;
  /** Keys of the events that have a conflict. */
  readonly keys: ReadonlySet<string>;
}

/** More pairs help nobody: a calendar read twice would have thousands. */
const LIMIT = 200;

export const noConflicts: Conflicts = { pairs: [], more: false, keys: new Set() };

interface Span {
  readonly row: EventRowDto;
  readonly from: number;
  readonly to: number;
  /** Whether it is known to have a conflict. */
  found: boolean;
}

/**
 * Pairs of events that claim the same time. An event counts when it blocks time and was neither cancelled nor declined;
 * copies of one meeting on two calendars are one event. Events that only touch do not overlap, and two all-day events
 * (a holiday, a visit) are not told as one.
 * @param zone says when an all-day event begins and ends
 */
export function findConflicts(rows: readonly EventRowDto[], zone: string): Conflicts {
  const spans = rows
    .filter((row) => row.busy && row.status !== 'cancelled' && row.response !== 'declined')
    .map((row): Span => (row.allDay ? { row, from: startOfDate(row.start, zone), to: startOfDate(row.end, zone), found: false } : { row, from: Date.parse(row.start), to: Date.parse(row.end), found: false }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from || a.to - b.to);

  const pairs: Conflict[] = [];
  const keys = new Set<string>();
  let more = false;
  let open: Span[] = [];
  for (const span of spans) {
    open = open.filter(({ to }) => to > span.from);
    for (const other of open) {
      // Thousands at one time have millions of pairs: past the limit each event is only told once that it has one.
      if (more && span.found && other.found) continue;
      if (other.row.eventId === span.row.eventId || (other.row.allDay && span.row.allDay)) continue;
      span.found = other.found = true;
      keys.add(eventKey(other.row)).add(eventKey(span.row));
      if (pairs.length < LIMIT) pairs.push({ first: other.row, second: span.row, from: span.from, to: Math.min(other.to, span.to) });
      else more = true;
    }
    open.push(span);
  }
  return { pairs, more, keys };
}
