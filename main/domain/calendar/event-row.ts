import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { spanOf } from './event-span.ts';
import { guestsOf, ownResponse, type EventResponse } from './event-guests.ts';
import { shownText } from './shown-text.ts';

export type EventStatus = 'confirmed' | 'tentative' | 'cancelled';

/** What an account may do with a calendar; `unknown` for a role this version has not heard of. */
export type CalendarRole = 'owner' | 'writer' | 'writerWithoutPrivateAccess' | 'reader' | 'freeBusyReader' | 'unknown';

/** What of a calendar is needed to understand its events. */
export interface CalendarFacts {
  readonly id: string;
  /** Never empty. */
  readonly title: string;
  readonly role: CalendarRole;
  /** IANA name; null when Google gave none or one nobody knows. */
  readonly timeZone: string | null;
  readonly primary: boolean;
  /** Email address of the account that looks at it; null when it is not known. */
  readonly accountEmail: string | null;
}

/** One event as views draw it. All-day: `start` and `end` are dates (end exclusive). Timed: RFC 3339 in UTC. */
export interface EventRow {
  readonly calendarId: string;
  readonly eventId: string;
  readonly title: string | null;
  readonly allDay: boolean;
  readonly start: string;
  readonly end: string;
  readonly status: EventStatus;
  readonly response: EventResponse | null;
  readonly busyOnly: boolean;
  readonly busy: boolean;
  readonly private: boolean;
  readonly seriesId: string | null;
  readonly guests: number;
  readonly location: string | null;
  readonly colorId: string | null;
  readonly editable: boolean;
}

const MAX_TEXT = 1024;
const writing: ReadonlySet<CalendarRole> = new Set<CalendarRole>(['owner', 'writer', 'writerWithoutPrivateAccess']);
/** Kinds of events whose time and text are the user's own. A kind this version has not heard of is left alone. */
const editableTypes: ReadonlySet<unknown> = new Set([undefined, null, 'default', 'fromGmail', 'outOfOffice', 'focusTime']);

export function mayWrite(role: CalendarRole): boolean {
  return writing.has(role);
}

/**
 * One event of events.list as a row, whatever is wrong with it.
 * https://developers.google.com/workspace/calendar/api/v3/reference/events#resource
 * @returns null when it cannot be placed in time
 */
export function rowOf(raw: JsonObject, calendar: CalendarFacts): EventRow | null {
  const eventId = textOf(raw['id']);
  const span = spanOf(raw, calendar.timeZone);
  if (eventId === null || span === null) return null;
  const title = cut(textOf(raw['summary']));
  const status = statusOf(raw['status']);
  return {
    calendarId: calendar.id,
    eventId,
    title,
    allDay: span.allDay,
    start: span.start,
    end: span.end,
    status,
    response: ownResponse(raw),
    busyOnly: isBusyOnly(raw, calendar, title),
    busy: raw['transparency'] !== 'transparent',
    private: raw['visibility'] === 'private' || raw['visibility'] === 'confidential',
    seriesId: textOf(raw['recurringEventId']),
    guests: guestsOf(raw).length,
    location: cut(textOf(raw['location'])),
    colorId: shortText(raw['colorId']),
    editable: isEditable(raw, calendar, status),
  };
}

export function statusOf(value: unknown): EventStatus {
  return value === 'tentative' || value === 'cancelled' ? value : 'confirmed';
}

/** Another's private event, or a calendar of which only busy times are shared: Google leaves everything out but the time. */
function isBusyOnly(raw: JsonObject, { role }: CalendarFacts, title: string | null): boolean {
  if (role === 'freeBusyReader') return true;
  return title === null && raw['visibility'] === 'private' && raw['creator'] === undefined && raw['organizer'] === undefined;
}

/** Whether time and text may be changed: by the organizer, or by guests where the organizer allows it. */
function isEditable(raw: JsonObject, calendar: CalendarFacts, status: EventStatus): boolean {
  if (!mayWrite(calendar.role) || status === 'cancelled' || raw['locked'] === true || !editableTypes.has(raw['eventType'])) return false;
  return !isForeign(raw, calendar) || raw['guestsCanModify'] === true;
}

/** Organized by somebody else: neither marked as the calendar's own nor with its address. */
export function isForeign(raw: JsonObject, calendar: CalendarFacts): boolean {
  const { organizer } = raw;
  if (!isObject(organizer) || organizer['self'] === true) return false;
  return textOf(organizer['email'])?.toLowerCase() !== calendar.id.toLowerCase();
}

function cut(text: string | null): string | null {
  return text === null ? null : shownText(text.slice(0, MAX_TEXT));
}

/** Ids of colours are short; whatever else stands there is none. */
function shortText(value: unknown): string | null {
  const text = textOf(value);
  return text === null || text.length > 10 ? null : text;
}
