import { createHash } from 'node:crypto';
import type { CalendarEvent, EventTime } from './event.ts';
import { dateText, dayMs, isoInZone, minuteMs, wallToMs } from './zone-time.ts';

const idLetters = '0123456789abcdefghijklmnopqrstuv';

/** An event id made from a text: 26 letters of Google's alphabet [a-v0-9]. */
export function eventId(seed: string): string {
  const bytes = createHash('sha256').update(seed).digest();
  return Array.from(bytes.subarray(0, 26), (byte) => idLetters.charAt(byte % 32)).join('');
}

/** An etag, with its quotes, that changes with every write. */
export function eventEtag(updatedMs: number, revision: number): string {
  return `"${String(updatedMs)}${String(revision).padStart(4, '0')}"`;
}

/** A timed end of an event. `zone` is the calendar's, `own` the zone the event was entered in. */
export function timed(ms: number, zone: string, own: string = zone): EventTime {
  return { dateTime: isoInZone(ms, zone), timeZone: own };
}

/** An all-day end of an event. */
export function allDay(day: number): EventTime {
  return { date: dateText(day) };
}

export interface Draft {
  readonly calendarId: string;
  /** Makes the id unique within the calendar. */
  readonly key: string;
  readonly summary?: string;
  readonly start: EventTime;
  readonly end: EventTime;
  /** Days since 1970 near the event, for `created` and `updated`. */
  readonly day: number;
  readonly organizer: string;
  readonly fields?: Partial<CalendarEvent>;
}

/** A complete Event resource. Without a summary the field is missing, as at Google. */
export function makeEvent(draft: Draft): CalendarEvent {
  const id = eventId(`${draft.calendarId}/${draft.key}`);
  // Far enough back that nothing in the window was created in the future.
  const createdMs = draft.day * dayMs - 60 * dayMs + (draft.key.length % 9) * 37 * minuteMs;
  const updatedMs = createdMs + 3 * dayMs;
  return {
    kind: 'calendar#event',
    etag: eventEtag(updatedMs, 0),
    id,
    status: 'confirmed',
    htmlLink: `https://calendar.example/event?eid=${id}`,
    created: new Date(createdMs).toISOString(),
    updated: new Date(updatedMs).toISOString(),
    ...(draft.summary === undefined ? {} : { summary: draft.summary }),
    creator: { email: draft.organizer },
    organizer: { email: draft.organizer },
    start: draft.start,
    end: draft.end,
    iCalUID: `${id}@calendar.example`,
    sequence: 0,
    reminders: { useDefault: true },
    eventType: 'default',
    ...draft.fields,
  };
}

/** First and last moment (exclusive) of an event in ms; all-day ones run from midnight to midnight in `zone`. */
export function spanOf(event: Pick<CalendarEvent, 'start' | 'end'>, zone: string): { readonly from: number; readonly to: number } {
  return { from: momentOf(event.start, zone), to: momentOf(event.end, zone) };
}

export function momentOf(time: EventTime | undefined, zone: string): number {
  if (time?.dateTime !== undefined) return Date.parse(time.dateTime);
  if (time?.date === undefined) return Number.NaN;
  return wallToMs(zone, Date.parse(`${time.date}T00:00:00Z`) / dayMs, 0);
}
