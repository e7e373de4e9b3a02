import { z } from 'zod';
import type { ExplanationDto } from './calls.ts';

const id = z.string().min(1).max(1024);
const authorizationId = z.string().min(1).max(100);
const callId = z.string().min(1).max(100);
/** As many as a list of calendars holds here. */
const calendarIds = z.array(id).max(1000);
/** RFC 3339 full-date. */
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** Milliseconds since the epoch. */
const moment = z.number().int().min(-8.64e15).max(8.64e15);
/** IANA name. */
const zone = z.string().min(1).max(100);

/** `loading`: pages are on their way; `failed`: the last try ended with `problem`, what was loaded before stays. */
export type CalendarSyncState = 'never' | 'waiting' | 'loading' | 'ready' | 'failed';

/** What an account may do with a calendar (calendarList accessRole); `unknown` for a role this version has not heard of. */
export type CalendarRole = 'owner' | 'writer' | 'writerWithoutPrivateAccess' | 'reader' | 'freeBusyReader' | 'unknown';

export interface CalendarDto {
  readonly id: string;
  /** The user's own name for it when there is one; never empty. */
  readonly title: string;
  readonly description: string | null;
  /** `#rrggbb` as Google has it; null when it is missing or odd. */
  readonly color: string | null;
  readonly role: CalendarRole;
  readonly primary: boolean;
  /** Hidden in Google Calendar's own list. */
  readonly hidden: boolean;
  /** Ticked here. Starts as Google's `selected`; a local choice from then on. */
  readonly selected: boolean;
  readonly timeZone: string | null;
  /** Whether events can be written, as far as the role goes. */
  readonly writable: boolean;
  readonly sync: {
    readonly state: CalendarSyncState;
    /** Events held for this calendar. */
    readonly events: number;
    /** Events that arrived in the load in progress; 0 when none is. */
    readonly arrived: number;
    /** When what is held was last known to be whole and current; null before the first full load. */
    readonly syncedAt: number | null;
    /** Why the last try failed; null otherwise. */
    readonly problem: ExplanationDto | null;
  };
}

export interface CalendarPreferencesDto {
  /** IANA zone of Calendar's settings; the computer's own when they cannot be read. */
  readonly timeZone: string;
  /** 0 Sunday … 6 Saturday, as Calendar's `weekStart` setting. */
  readonly weekStart: number;
  readonly format24Hour: boolean;
  readonly hideWeekends: boolean;
  readonly showDeclined: boolean;
  /** Minutes of a new event. */
  readonly defaultMinutes: number;
  /** False when the settings scope is missing and these are this computer's. */
  readonly fromGoogle: boolean;
}

/** Everything the calendar page needs to know of one account, events apart. Each `calendar` event carries it whole. */
export interface CalendarStateDto {
  readonly authorizationId: string;
  readonly preferences: CalendarPreferencesDto;
  /** Primary first, then by title. Empty before the first answer (see `listState`). */
  readonly calendars: readonly CalendarDto[];
  readonly listState: CalendarSyncState;
  /** When the list of calendars was last read; null when never. */
  readonly listedAt: number | null;
  /** Why the list could not be read, with its remedies (a missing scope first of all); null otherwise. */
  readonly problem: ExplanationDto | null;
  /** True when Google could not be reached: what is shown is what was loaded before. */
  readonly offline: boolean;
  /** Grows with every change of events: read again what is shown. */
  readonly revision: number;
  /** What the granted scopes open; where one is false, `missing` names the narrowest scope that would. */
  readonly can: { readonly list: boolean; readonly read: boolean; readonly write: boolean; readonly freeBusy: boolean };
  readonly missing: {
    readonly read: readonly string[];
    readonly write: readonly string[];
    readonly freeBusy: readonly string[];
  };
}

export type EventStatus = 'confirmed' | 'tentative' | 'cancelled';
export const responseSchema = z.enum(['accepted', 'declined', 'tentative', 'needsAction']);
export type EventResponse = z.infer<typeof responseSchema>;

/** One event as views draw it. All-day: `start` and `end` are dates (end exclusive). Timed: RFC 3339 in UTC (`…Z`). */
export interface EventRowDto {
  readonly calendarId: string;
  readonly eventId: string;
  /** Null when it has none, or when only busy times are shared. */
  readonly title: string | null;
  readonly allDay: boolean;
  readonly start: string;
  readonly end: string;
  readonly status: EventStatus;
  /** The account's own answer; null when it is not a guest. */
  readonly response: EventResponse | null;
  /** Only the time is shared. */
  readonly busyOnly: boolean;
  /** Blocks time (not `transparent`). */
  readonly busy: boolean;
  readonly private: boolean;
  /** Id of the series it is an instance of; null for a single event. */
  readonly seriesId: string | null;
  /** Guests other than the account itself and rooms. */
  readonly guests: number;
  readonly location: string | null;
  /** Google's event colour id (1–11); null for the calendar's colour. */
  readonly colorId: string | null;
  /** Whether time and text may be changed, as far as role, organizer and kind of event tell. */
  readonly editable: boolean;
}

export interface EventListDto {
  readonly revision: number;
  readonly events: readonly EventRowDto[];
  /** More than were asked for: narrow the range. */
  readonly truncated: boolean;
}

/** Days that have events, in order: what an agenda needs to know to scroll through all of them. */
export interface AgendaDaysDto {
  readonly revision: number;
  /** [RFC 3339 full-date, number of rows] */
  readonly days: readonly (readonly [string, number])[];
}

/** Rows of some days, exactly as many a day as `AgendaDaysDto` said at the same revision. */
export interface AgendaDto {
  readonly revision: number;
  readonly days: readonly { readonly date: string; readonly events: readonly EventRowDto[] }[];
}

export interface EventPersonDto {
  readonly email: string | null;
  readonly name: string | null;
  readonly response: EventResponse | null;
  readonly optional: boolean;
  readonly organizer: boolean;
  readonly self: boolean;
  /** A room or a thing. */
  readonly resource: boolean;
  readonly comment: string | null;
}

export const reminderMethodSchema = z.enum(['popup', 'email']);

/** A time as it is edited: a date, or a wall-clock time (`YYYY-MM-DDTHH:mm`) in a zone. */
export const editedTimeSchema = z.union([
  z.strictObject({ date }),
  z.strictObject({ dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/), zone }),
]);
export type EditedTime = z.infer<typeof editedTimeSchema>;

export const guestSchema = z.strictObject({ email: z.string().min(3).max(320), optional: z.boolean() });

/** What can be edited of an event; ends of all-day events are exclusive, as at Google. */
export const eventFieldsSchema = z.strictObject({
  summary: z.string().max(1024),
  location: z.string().max(1024),
  description: z.string().max(200_000),
  start: editedTimeSchema,
  end: editedTimeSchema,
  /** Lines of RRULE, EXRULE, RDATE, EXDATE (RFC 5545, no DTSTART); empty for a single event. */
  recurrence: z.array(z.string().max(2000)).max(50),
  guests: z.array(guestSchema).max(200),
  transparency: z.enum(['opaque', 'transparent']),
  visibility: z.enum(['default', 'public', 'private', 'confidential']),
  /** Null for the calendar's colour. */
  colorId: z.string().max(10).nullable(),
  /** Null for the calendar's own reminders. */
  reminders: z.array(z.strictObject({ method: reminderMethodSchema, minutes: z.number().int().min(0).max(40_320) })).max(5).nullable(),
  /** A Meet link made by Google when the event is saved. */
  addConference: z.boolean(),
});
export type EventFields = z.infer<typeof eventFieldsSchema>;

export interface EventDetailDto extends EventRowDto {
  readonly calendarTitle: string;
  readonly etag: string | null;
  /** Zone the organizer chose; null when the calendar's. */
  readonly startZone: string | null;
  readonly endZone: string | null;
  /** HTML or plain text as Google has it, not yet made safe; at most 100,000 characters. */
  readonly description: string | null;
  readonly descriptionCut: boolean;
  /** Of the event, or of its series; empty when it is single or the series could not be read. */
  readonly recurrence: readonly string[];
  readonly originalStart: string | null;
  readonly organizer: EventPersonDto | null;
  readonly attendees: readonly EventPersonDto[];
  /** Google left out some of the guests. */
  readonly attendeesOmitted: boolean;
  readonly conference: {
    readonly name: string | null;
    readonly entries: readonly { readonly kind: string; readonly label: string; readonly url: string; readonly pin: string | null }[];
    /** Google is still making it. */
    readonly pending: boolean;
  } | null;
  readonly attachments: readonly { readonly title: string; readonly url: string | null }[];
  readonly visibility: 'default' | 'public' | 'private' | 'confidential' | 'unknown';
  readonly reminders: readonly { readonly method: string; readonly minutes: number }[] | null;
  /** `default`, `outOfOffice`, `focusTime`, `workingLocation`, `birthday`, `fromGmail`, or one unknown here. */
  readonly eventType: string;
  readonly created: string | null;
  readonly updated: string | null;
  /** Whether it can be opened in Google Calendar. */
  readonly hasPage: boolean;
  readonly rights: { readonly edit: boolean; readonly delete: boolean; readonly respond: boolean };
  /** The editable part, ready for a form; null when it is not editable here. */
  readonly fields: EventFields | null;
  /** The series' own fields, for editing the whole series; null for a single event, or when it could not be read. */
  readonly series: { readonly eventId: string; readonly etag: string | null; readonly fields: EventFields } | null;
  /** Version of the series, also where it cannot be edited here; null for a single event, or when it could not be read. */
  readonly seriesEtag: string | null;
  /** Google's answer, indented; at most 200,000 characters. */
  readonly rawJson: string;
  readonly rawCut: boolean;
}

export const calendarRefSchema = z.strictObject({ authorizationId });
export const calendarSelectSchema = z.strictObject({ authorizationId, calendarId: id, selected: z.boolean() });
/** Null: every ticked calendar. `full`: forgets the sync token first. */
export const calendarSyncSchema = z.strictObject({ authorizationId, calendarIds: calendarIds.nullable(), full: z.boolean() });
/** Events that touch [from, to); all-day ones by their dates, generously, so that any zone finds its own. At most 5,000. */
export const calendarEventsSchema = z.strictObject({
  authorizationId,
  calendarIds,
  from: moment,
  to: moment,
});

const agendaFilter = {
  authorizationId,
  calendarIds,
  zone,
  showDeclined: z.boolean(),
  showCancelled: z.boolean(),
};
export const agendaDaysSchema = z.strictObject(agendaFilter);
/** Both dates inclusive; at most 400 days. */
export const agendaSchema = z.strictObject({ ...agendaFilter, first: date, last: date });

/** `fresh` asks Google, and the series for an instance; otherwise what is held is answered at once. */
export const calendarEventSchema = z.strictObject({ authorizationId, calendarId: id, eventId: id, fresh: z.boolean() });
/** The page can only have main open an address that stands in the event itself. Null: the event's page at Google. */
export const openEventLinkSchema = z.strictObject({ authorizationId, calendarId: id, eventId: id, url: z.string().min(1).max(2048).nullable() });

/** `loaded`: what is held here; `google`: events.list with `q` on every calendar named. */
export const searchEventsSchema = z.strictObject({
  authorizationId,
  calendarIds,
  query: z.string().min(1).max(500),
  where: z.enum(['loaded', 'google']),
  callId,
});
export interface SearchDto {
  /** Nearest to now first is the page's work; here by start. At most 250. */
  readonly events: readonly EventRowDto[];
  readonly truncated: boolean;
  /** Why some calendar could not be searched; null when all were. */
  readonly problem: ExplanationDto | null;
}

export const freeBusySchema = z.strictObject({
  authorizationId,
  /** Addresses or calendar ids. */
  ids: z.array(z.string().min(1).max(320)).min(1).max(50),
  from: moment,
  to: moment,
  callId,
});
export interface FreeBusyDto {
  readonly people: readonly {
    readonly id: string;
    /** Sorted, may touch; milliseconds since the epoch. */
    readonly busy: readonly { readonly from: number; readonly to: number }[];
    /** In words: not found, not shared, too large; null when the times are whole. */
    readonly problem: string | null;
  }[];
  /** The call as a whole was refused; `people` is empty then. */
  readonly problem: ExplanationDto | null;
}

/** Who is told by mail. There is no default: the user chooses. https://developers.google.com/workspace/calendar/api/v3/reference/events/patch */
export const sendUpdatesSchema = z.enum(['all', 'externalOnly', 'none']);
export type SendUpdates = z.infer<typeof sendUpdatesSchema>;

/** `this`: one instance; `series`: the whole series. A single event is `this`. */
export const seriesScopeSchema = z.enum(['this', 'series']);
export type SeriesScope = z.infer<typeof seriesScopeSchema>;

const target = { calendarId: id, eventId: id, scope: seriesScopeSchema, sendUpdates: sendUpdatesSchema };
/** Etag of the version the user saw (the series' own for `series`); null skips the check, for an answered conflict. */
const etag = z.string().max(500).nullable();

export const eventWriteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('insert'), calendarId: id, fields: eventFieldsSchema, sendUpdates: sendUpdatesSchema }),
  /** Only what is in `changes` is sent. With `series`, times are those of the series itself. */
  z.strictObject({ kind: z.literal('patch'), ...target, etag, changes: eventFieldsSchema.partial() }),
  /** From a drag or resize of a row: with `series` the whole series moves by the same distance. */
  z.strictObject({ kind: z.literal('move'), ...target, etag, start: editedTimeSchema, end: editedTimeSchema }),
  z.strictObject({ kind: z.literal('delete'), ...target, etag }),
  z.strictObject({ kind: z.literal('respond'), ...target, etag, response: responseSchema.exclude(['needsAction']), comment: z.string().max(1000).nullable() }),
  z.strictObject({ kind: z.literal('quick-add'), calendarId: id, text: z.string().min(1).max(1000), sendUpdates: sendUpdatesSchema }),
  /** Takes back a write that was done; known until the app ends. */
  z.strictObject({ kind: z.literal('undo'), undoId: z.string().min(1).max(100) }),
]);
export type EventWrite = z.infer<typeof eventWriteSchema>;
export const writeEventSchema = z.strictObject({ authorizationId, write: eventWriteSchema, callId });

export interface FieldConflictDto {
  readonly field: keyof EventFields;
  /** What it was when the user began, what the user made of it, what Google has now; as text for people. */
  readonly before: string;
  readonly mine: string;
  readonly theirs: string;
}

export type EventWriteResultDto =
  | {
      readonly outcome: 'done';
      /** Null after a delete. */
      readonly event: EventRowDto | null;
      /** Null when it cannot be taken back. */
      readonly undoId: string | null;
      /** Fields that Google answered 200 for and did not change, in the user's words. */
      readonly ignored: readonly string[];
    }
  /** 412: changed meanwhile. Patch again with `theirs.etag` and the changes the user still wants. */
  | { readonly outcome: 'conflict'; readonly theirs: EventDetailDto; readonly fields: readonly FieldConflictDto[] }
  /** 404 or 410: it is gone; it is taken out of the views. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'refused'; readonly explanation: ExplanationDto }
  | { readonly outcome: 'cancelled' };
