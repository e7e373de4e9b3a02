import { Temporal } from 'temporal-polyfill';
import type { EventRowDto } from '../../../preload/contract/calendar.ts';
import { clockWords } from './event/times.ts';
import { addDays, dateAt, startOfDate } from './view-dates.ts';

/** What an event is called everywhere: its accessible name is exactly this. */
export function titleWords(row: Pick<EventRowDto, 'title' | 'busyOnly'>): string {
  const title = row.title?.trim() ?? '';
  if (title !== '') return title;
  return row.busyOnly ? 'Busy' : '(No title)';
}

/** One name for one event, across calendars. */
export function eventKey(row: Pick<EventRowDto, 'calendarId' | 'eventId'>): string {
  return `${row.calendarId}\n${row.eventId}`;
}

export type EventLook = 'plain' | 'tentative' | 'declined' | 'cancelled';

/** How an event is drawn; the strongest of what applies. */
export function lookOf(row: Pick<EventRowDto, 'status' | 'response'>): EventLook {
  if (row.status === 'cancelled') return 'cancelled';
  if (row.response === 'declined') return 'declined';
  return row.status === 'tentative' || row.response === 'tentative' || row.response === 'needsAction' ? 'tentative' : 'plain';
}

/** What is told by the look of an event, in words. */
export function stateWords(row: EventRowDto): readonly string[] {
  const words: string[] = [];
  if (row.status === 'cancelled') words.push('cancelled');
  if (row.status === 'tentative') words.push('tentative');
  if (row.response === 'declined') words.push('you declined');
  if (row.response === 'tentative') words.push('you answered maybe');
  if (row.response === 'needsAction') words.push('you have not answered');
  if (row.private) words.push('private');
  if (row.busyOnly) words.push('only the time is shared');
  if (row.seriesId !== null) words.push('repeats');
  return words;
}

export interface EventFilter {
  readonly showDeclined: boolean;
  readonly showCancelled: boolean;
}

export function isShown(row: EventRowDto, { showDeclined, showCancelled }: EventFilter): boolean {
  if (row.status === 'cancelled') return showCancelled;
  return showDeclined || row.response !== 'declined';
}

/** `09:30`, or `9:30 am`, of a moment (milliseconds since the epoch) in a zone. */
export function clockAt(moment: number, zone: string, format24Hour: boolean): string {
  return clockWords(Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainTime(), format24Hour);
}

/**
 * When an event is, as a line under the heading of one day: `All day`, `10:00 – 12:00`, `from 22:00`, `until 02:00`.
 * @param date the day the line stands under
 */
export function timeWords(row: EventRowDto, date: string, zone: string, format24Hour: boolean): string {
  if (row.allDay) return 'All day';
  const start = Date.parse(row.start);
  const end = Date.parse(row.end);
  const begins = dateAt(start, zone) === date;
  const ends = end <= startOfDate(addDays(date, 1), zone);
  const from = clockAt(start, zone, format24Hour);
  const until = clockAt(end, zone, format24Hour);
  if (begins && ends) return start === end ? from : `${from} – ${until}`;
  if (begins) return `from ${from}`;
  return ends ? `until ${until}` : 'All day';
}
