import { invalidParameter } from '../api/api-error.ts';
import type { ApiCall } from '../api/gate.ts';
import type { CalendarEntry } from './calendars.ts';
import { conferenceOf } from './conference-data.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import type { ReadEvent } from './read-event.ts';

/**
 * What a write does with the conference. Without conferenceDataVersion=1 the field is passed over and what is there stays; a createRequest
 * is taken down as pending. https://developers.google.com/workspace/calendar/api/guides/create-events#conferencing
 * @param before the event as it is; undefined for a new one
 */
export function readConference(api: ApiCall, before: CalendarEvent | undefined, fields: Readonly<Record<string, unknown>>): ReadEvent {
  const { conferenceData, ...rest } = fields;
  const there = { conferenceData: before?.['conferenceData'] ?? null, hangoutLink: before?.['hangoutLink'] ?? null };
  if (api.query('conferenceDataVersion') !== '1' || conferenceData === undefined) return { ok: true, fields: { ...rest, ...there } };
  if (conferenceData === null) return { ok: true, fields: { ...rest, conferenceData: null, hangoutLink: null } };
  const request = requestOf(conferenceData);
  if (request === undefined) return { ok: true, fields: { ...rest, ...there, conferenceData } };
  if (typeof request['requestId'] !== 'string' || request['requestId'] === '') {
    return { ok: false, reply: invalidParameter('conferenceData.createRequest.requestId', 'Invalid conference type value.') };
  }
  // The same request again makes no second conference.
  if (requestOf(there.conferenceData)?.['requestId'] === request['requestId']) return { ok: true, fields: { ...rest, ...there } };
  const createRequest = { conferenceSolutionKey: { type: 'hangoutsMeet' }, ...request, status: { statusCode: 'pending' } };
  return { ok: true, fields: { ...rest, conferenceData: { createRequest } } };
}

/** The event once its conference is made, or undefined when none is waited for. */
export function withConference(event: CalendarEvent): CalendarEvent | undefined {
  const request = requestOf(event['conferenceData']);
  const status = request?.['status'];
  if (typeof status !== 'object' || status === null || !('statusCode' in status) || status.statusCode !== 'pending') return undefined;
  return { ...event, ...conferenceOf(event.id, { createRequest: { ...request, status: { statusCode: 'success' } } }) };
}

/** How long Google takes, as far as lists go; a read of the event itself finds it made. */
const makingMs = 2000;

/** Makes the conferences that have been waited for long enough. */
export function settleConferences({ world }: ApiCall, entry: CalendarEntry): void {
  for (const { event } of Object.values(world.state.calendar.events[entry.id] ?? {})) {
    const made = world.now() - Date.parse(event.updated ?? '') > makingMs ? withConference(event) : undefined;
    if (made !== undefined) storeEvent(world, entry, made);
  }
}

function requestOf(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'object' || data === null || !('createRequest' in data)) return undefined;
  const { createRequest } = data;
  return typeof createRequest === 'object' && createRequest !== null ? (createRequest as Record<string, unknown>) : undefined;
}
