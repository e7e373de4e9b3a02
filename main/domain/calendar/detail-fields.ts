import { isObject, numberOf, textOf, type JsonObject } from '../shared/guards.ts';
import { attendeesOf, isSelf } from './event-guests.ts';
import { spanOf } from './event-span.ts';
import { editedTimes, type EditedTime } from './detail-time.ts';

export interface Guest {
  readonly email: string;
  readonly optional: boolean;
}

export type ReminderMethod = 'popup' | 'email';

/** What can be edited of an event; ends of all-day events are exclusive, as at Google. */
export interface EventFields {
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly start: EditedTime;
  readonly end: EditedTime;
  /** Lines of RRULE, EXRULE, RDATE, EXDATE. https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5 */
  readonly recurrence: string[];
  /** People and rooms, without the account itself and the organizer: those are never taken out by a form. */
  readonly guests: Guest[];
  readonly transparency: 'opaque' | 'transparent';
  readonly visibility: 'default' | 'public' | 'private' | 'confidential';
  readonly colorId: string | null;
  /** Null for the calendar's own. */
  readonly reminders: { readonly method: ReminderMethod; readonly minutes: number }[] | null;
  /** A Meet link is to be made; always false of an event that exists. */
  readonly addConference: boolean;
}

export type EventField = keyof EventFields;
/** Only what is to change. */
export type EventChanges = { readonly [K in EventField]?: EventFields[K] | undefined };

/** As many guests and reminders as a form takes. */
const MAX_GUESTS = 200;
const MAX_REMINDERS = 5;

/** The editable part of an event, whatever is wrong with the rest of it; null when it cannot be placed in time. */
export function fieldsOf(raw: JsonObject, calendarZone: string | null): EventFields | null {
  const span = spanOf(raw, calendarZone);
  if (span === null) return null;
  return {
    summary: textOf(raw['summary']) ?? '',
    location: textOf(raw['location']) ?? '',
    description: textOf(raw['description']) ?? '',
    ...editedTimes(raw, span, calendarZone),
    recurrence: [...recurrenceOf(raw)],
    guests: editableGuests(raw).slice(0, MAX_GUESTS),
    transparency: raw['transparency'] === 'transparent' ? 'transparent' : 'opaque',
    visibility: visibilityOf(raw),
    colorId: shortText(raw['colorId']),
    reminders: remindersOf(raw['reminders']),
    addConference: false,
  };
}

/** The lines of a series; empty for anything else. */
export function recurrenceOf(raw: JsonObject): readonly string[] {
  const lines = raw['recurrence'];
  if (!Array.isArray(lines)) return [];
  return lines.filter((line): line is string => typeof line === 'string' && line !== '' && line.length <= 2000).slice(0, 50);
}

/** Whether an entry of `attendees` is a guest that a form may take out. */
export function isEditableGuest(attendee: JsonObject): boolean {
  return emailOf(attendee) !== null && !isSelf(attendee) && attendee['organizer'] !== true;
}

/** Addresses name the same guest whatever their case. */
export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function emailOf(person: JsonObject): string | null {
  const email = textOf(person['email']);
  return email !== null && email.length >= 3 && email.length <= 320 ? email : null;
}

function editableGuests(raw: JsonObject): Guest[] {
  const guests: Guest[] = [];
  const seen = new Set<string>();
  for (const attendee of attendeesOf(raw)) {
    const email = emailOf(attendee);
    if (email === null || !isEditableGuest(attendee) || seen.has(email.toLowerCase())) continue;
    seen.add(email.toLowerCase());
    guests.push({ email, optional: attendee['optional'] === true });
  }
  return guests;
}

function visibilityOf({ visibility }: JsonObject): EventFields['visibility'] {
  return visibility === 'public' || visibility === 'private' || visibility === 'confidential' ? visibility : 'default';
}

/** `{ useDefault, overrides: [{ method, minutes }] }`; what cannot be read is left out. */
function remindersOf(value: unknown): EventFields['reminders'] {
  if (!isObject(value) || value['useDefault'] !== false) return null;
  const overrides = Array.isArray(value['overrides']) ? value['overrides'].filter(isObject) : [];
  return overrides
    .flatMap(({ method, minutes }) => {
      const before = numberOf(minutes);
      if ((method !== 'popup' && method !== 'email') || before === null || !Number.isInteger(before)) return [];
      return before < 0 || before > 40_320 ? [] : [{ method, minutes: before } as const];
    })
    .slice(0, MAX_REMINDERS);
}

function shortText(value: unknown): string | null {
  const text = textOf(value);
  return text === null || text.length > 10 ? null : text;
}
