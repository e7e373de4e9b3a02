import type { JsonObject } from '../shared/guards.ts';
import { ownResponse } from './event-guests.ts';
import { statusOf } from './event-row.ts';
import { spanOf } from './event-span.ts';

/** What is kept in memory of each event: enough to know where it shows, without reading it. */
export interface IndexEntry {
  /** Milliseconds, as in `EventSpan`; both 0 for one that has no place in time. */
  readonly from: number;
  readonly to: number;
  /** Sum of the flags below. */
  readonly flags: number;
  /** Name of the bucket its text lies in. */
  readonly bucket: string;
}

export const ALL_DAY = 1;
export const CANCELLED = 2;
export const DECLINED = 4;
/** It has no time that can be read: no view shows it. */
export const TIMELESS = 8;
export const ALL_FLAGS = ALL_DAY | CANCELLED | DECLINED | TIMELESS;

/** Events that reach over more than one month, and those that have no place in time. */
export const LONG_BUCKET = 'long';
export const LOOSE_BUCKET = 'loose';

/** @param calendarZone for times without an offset */
export function entryOf(raw: JsonObject, calendarZone: string | null): IndexEntry {
  const span = spanOf(raw, calendarZone);
  const state = (statusOf(raw['status']) === 'cancelled' ? CANCELLED : 0) | (ownResponse(raw) === 'declined' ? DECLINED : 0);
  if (span === null) return { from: 0, to: 0, flags: state | TIMELESS, bucket: LOOSE_BUCKET };
  const first = monthOf(span.from);
  const last = monthOf(Math.max(span.from, span.to - 1));
  return { from: span.from, to: span.to, flags: state | (span.allDay ? ALL_DAY : 0), bucket: first === last ? first : LONG_BUCKET };
}

/** `2026-11`, in UTC. */
function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

/** No zone is further from UTC than this (14 hours east, 12 west, and some history): how far an all-day event's edges can move. */
const ZONE_REACH_MS = 15 * 3_600_000;

/** Whether it touches [from, to), an all-day event in any zone of the world. An event without length touches where it starts. */
export function touches(entry: IndexEntry, from: number, to: number): boolean {
  if ((entry.flags & TIMELESS) !== 0) return false;
  const reach = (entry.flags & ALL_DAY) === 0 ? 0 : ZONE_REACH_MS;
  return entry.from - reach < to && (entry.to + reach > from || (entry.from === entry.to && entry.from >= from));
}
