import type { Sight } from './access.ts';
import type { CalendarEntry } from './calendars.ts';
import type { CalendarEvent, EventTime } from './event.ts';
import { isoInZone } from './zone-time.ts';

export interface View {
  readonly entry: CalendarEntry;
  readonly sight: Sight;
  /** Zone the answer speaks. */
  readonly zone: string;
  readonly maxAttendees: number | undefined;
}

/** An event as this caller sees it: busy-only without details, times in the asked zone, attendees cut. */
export function present(event: CalendarEvent, view: View): Readonly<Record<string, unknown>> {
  const isHidden = event.visibility === 'private' && view.entry.accessRole === 'reader';
  const shown = view.sight === 'busy' || isHidden ? busyOnly(event) : { ...event };
  for (const name of ['start', 'end', 'originalStartTime'] as const) {
    const time = event[name];
    if (time !== undefined) shown[name] = inZone(time, view.zone);
  }
  const { attendees } = event;
  if (shown['attendees'] !== undefined && attendees !== undefined && view.maxAttendees !== undefined && attendees.length > view.maxAttendees) {
    const self = attendees.filter((person) => person.self === true);
    shown['attendees'] = self.length > 0 ? self : attendees.slice(0, view.maxAttendees);
    shown['attendeesOmitted'] = true;
  }
  return shown;
}

/** What a list says about a deleted event: only who it was. */
export function stub(event: CalendarEvent, view: View): Readonly<Record<string, unknown>> {
  return {
    kind: event.kind,
    etag: event.etag,
    id: event.id,
    status: event.status,
    ...(event.recurringEventId === undefined
      ? {}
      : {
          recurringEventId: event.recurringEventId,
          originalStartTime: event.originalStartTime === undefined ? undefined : inZone(event.originalStartTime, view.zone),
        }),
  };
}

function busyOnly(event: CalendarEvent): Record<string, unknown> {
  const { kind, etag, id, status, updated, iCalUID, recurringEventId, recurrence, transparency } = event;
  const kept = { kind, etag, id, status, updated, iCalUID, recurringEventId, recurrence, transparency, visibility: 'private' };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

function inZone(time: EventTime, zone: string): EventTime {
  return time.dateTime === undefined ? time : { ...time, dateTime: isoInZone(Date.parse(time.dateTime), zone) };
}
