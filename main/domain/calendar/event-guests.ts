import { isObject, textOf, type JsonObject } from '../shared/guards.ts';

export type EventResponse = 'accepted' | 'declined' | 'tentative' | 'needsAction';

const responses: ReadonlySet<unknown> = new Set<EventResponse>(['accepted', 'declined', 'tentative', 'needsAction']);

/** Google's `responseStatus`; one that this version has not heard of counts as no answer yet. */
export function responseOf(value: unknown): EventResponse | null {
  if (responses.has(value)) return value as EventResponse;
  return textOf(value) === null ? null : 'needsAction';
}

/** The entries of `attendees` that are objects. */
export function attendeesOf(raw: JsonObject): readonly JsonObject[] {
  const attendees = raw['attendees'];
  return Array.isArray(attendees) ? attendees.filter(isObject) : [];
}

/** Whether the entry is the account itself: Google marks the one of the calendar, which on a shared calendar is its owner's. */
export function isSelf(attendee: JsonObject): boolean {
  return attendee['self'] === true;
}

/** The answer of the calendar's owner (for the account's own calendar: its own); null when it is no guest. */
export function ownResponse(raw: JsonObject): EventResponse | null {
  const own = attendeesOf(raw).find(isSelf);
  return own === undefined ? null : (responseOf(own['responseStatus']) ?? 'needsAction');
}

/** Guests other than the account itself and rooms. */
export function guestsOf(raw: JsonObject): readonly JsonObject[] {
  return attendeesOf(raw).filter((attendee) => !isSelf(attendee) && attendee['resource'] !== true);
}
