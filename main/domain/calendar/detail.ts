import { isObject, numberOf, textOf, type JsonObject } from '../shared/guards.ts';
import { attendeePeople, attachmentsOf, conferenceOf, cutText, organizerOf, type EventConference, type EventPerson } from './detail-parts.ts';
import { fieldsOf, recurrenceOf, type EventFields } from './detail-fields.ts';
import { ownZone } from './detail-time.ts';
import { attendeesOf, isSelf } from './event-guests.ts';
import { mayWrite, rowOf, type CalendarFacts, type EventRow } from './event-row.ts';
import { dayOf, momentOf } from './event-span.ts';

/** Everything that is shown of one event. */
export interface EventDetail extends EventRow {
  readonly calendarTitle: string;
  readonly etag: string | null;
  readonly startZone: string | null;
  readonly endZone: string | null;
  /** HTML or plain text as Google has it: not safe to show as it is. */
  readonly description: string | null;
  readonly descriptionCut: boolean;
  readonly recurrence: readonly string[];
  readonly originalStart: string | null;
  readonly organizer: EventPerson | null;
  readonly attendees: readonly EventPerson[];
  readonly attendeesOmitted: boolean;
  readonly conference: EventConference | null;
  readonly attachments: readonly { readonly title: string; readonly url: string | null }[];
  readonly visibility: EventFields['visibility'] | 'unknown';
  readonly reminders: readonly { readonly method: string; readonly minutes: number }[] | null;
  readonly eventType: string;
  readonly created: string | null;
  readonly updated: string | null;
  readonly hasPage: boolean;
  readonly rights: { readonly edit: boolean; readonly delete: boolean; readonly respond: boolean };
  readonly fields: EventFields | null;
  readonly series: { readonly eventId: string; readonly etag: string | null; readonly fields: EventFields } | null;
  /** Version of the series, also where it cannot be edited here; null for a single event, or when it could not be read. */
  readonly seriesEtag: string | null;
  readonly rawJson: string;
  readonly rawCut: boolean;
}

const MAX_DESCRIPTION = 100_000;
/** As much of a description as a form takes. */
const MAX_EDITED_DESCRIPTION = 200_000;
const MAX_RAW = 200_000;
/** Kinds of events that are the user's to delete. Birthdays belong to a contact; a kind this version has not heard of is left alone. */
const deletableTypes: ReadonlySet<string> = new Set(['default', 'fromGmail', 'outOfOffice', 'focusTime', 'workingLocation']);

/**
 * An event with everything there is to tell, whatever is wrong with it: what has an odd type counts as missing.
 * @param master the series it is an instance of; null when it is none, or the series could not be read
 * @returns null when it cannot be placed in time
 */
export function detailOf(raw: JsonObject, calendar: CalendarFacts, master: JsonObject | null): EventDetail | null {
  const row = rowOf(raw, calendar);
  if (row === null) return null;
  const rights = rightsOf(raw, row, calendar);
  const description = textOf(raw['description']);
  const json = JSON.stringify(raw, null, 2);
  return {
    ...row,
    calendarTitle: calendar.title,
    etag: etagOf(raw),
    startZone: foreignZone(raw['start'], calendar),
    endZone: foreignZone(raw['end'], calendar),
    description: cutText(description, MAX_DESCRIPTION),
    descriptionCut: description !== null && description.length > MAX_DESCRIPTION,
    recurrence: recurrenceOf(master ?? raw),
    originalStart: originalStartOf(raw, calendar),
    organizer: organizerOf(raw),
    attendees: attendeePeople(raw),
    attendeesOmitted: raw['attendeesOmitted'] === true,
    conference: conferenceOf(raw),
    attachments: attachmentsOf(raw),
    visibility: visibilityOf(raw['visibility']),
    reminders: remindersOf(raw['reminders']),
    eventType: eventTypeOf(raw),
    created: momentText(raw['created']),
    updated: momentText(raw['updated']),
    hasPage: textOf(raw['htmlLink']) !== null,
    rights,
    fields: rights.edit ? formFields(raw, calendar) : null,
    series: seriesOf(master, rights.edit, calendar),
    seriesEtag: master === null ? null : etagOf(master),
    rawJson: cutText(json, MAX_RAW),
    rawCut: json.length > MAX_RAW,
  };
}

export function etagOf(raw: JsonObject): string | null {
  const etag = textOf(raw['etag']);
  // It goes back as a header: what none may hold would make the request fail before it is sent.
  return etag !== null && /^[\x21-\x7e]{1,500}$/.test(etag) ? etag : null;
}

function rightsOf(raw: JsonObject, row: EventRow, { role }: CalendarFacts): EventDetail['rights'] {
  const touchable = mayWrite(role) && !row.busyOnly && row.status !== 'cancelled';
  return {
    edit: touchable && row.editable,
    delete: touchable && deletableTypes.has(eventTypeOf(raw)),
    respond: touchable && attendeesOf(raw).some(isSelf),
  };
}

function seriesOf(master: JsonObject | null, edit: boolean, calendar: CalendarFacts): EventDetail['series'] {
  if (master === null || !edit) return null;
  const eventId = textOf(master['id']);
  const fields = formFields(master, calendar);
  return eventId === null || fields === null ? null : { eventId, etag: etagOf(master), fields };
}

function formFields(raw: JsonObject, calendar: CalendarFacts): EventFields | null {
  const fields = fieldsOf(raw, calendar.timeZone);
  return fields === null ? null : { ...fields, description: cutText(fields.description, MAX_EDITED_DESCRIPTION) };
}

/** The zone of a start or end where it is not the calendar's. */
function foreignZone(time: unknown, calendar: CalendarFacts): string | null {
  const zone = ownZone(time);
  return zone === calendar.timeZone ? null : zone;
}

function originalStartOf({ originalStartTime: time }: JsonObject, calendar: CalendarFacts): string | null {
  if (!isObject(time)) return null;
  if (dayOf(time['date']) !== null) return textOf(time['date']);
  const at = momentOf(time, calendar.timeZone);
  return at === null ? null : new Date(at).toISOString();
}

function visibilityOf(value: unknown): EventDetail['visibility'] {
  if (value === undefined || value === null) return 'default';
  return value === 'default' || value === 'public' || value === 'private' || value === 'confidential' ? value : 'unknown';
}

/** As Google has them, methods unknown here included; null for the calendar's own. */
function remindersOf(value: unknown): EventDetail['reminders'] {
  if (!isObject(value) || value['useDefault'] !== false) return null;
  const overrides = Array.isArray(value['overrides']) ? value['overrides'].filter(isObject) : [];
  return overrides.slice(0, 20).flatMap((override) => {
    const method = textOf(override['method']);
    const minutes = numberOf(override['minutes']);
    return method === null || minutes === null ? [] : [{ method: cutText(method, 40), minutes }];
  });
}

function eventTypeOf(raw: JsonObject): string {
  return cutText(textOf(raw['eventType']), 40) ?? 'default';
}

function momentText(value: unknown): string | null {
  const at = Date.parse(textOf(value) ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
