import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { attendeesOf, isSelf, responseOf, type EventResponse } from './event-guests.ts';
import { shownText } from './shown-text.ts';

/** The people, the links and the files of an event, read from whatever Google sent. */

export interface EventPerson {
  readonly email: string | null;
  readonly name: string | null;
  readonly response: EventResponse | null;
  readonly optional: boolean;
  readonly organizer: boolean;
  readonly self: boolean;
  readonly resource: boolean;
  readonly comment: string | null;
}

export interface EventConference {
  readonly name: string | null;
  readonly entries: readonly { readonly kind: string; readonly label: string; readonly url: string; readonly pin: string | null }[];
  readonly pending: boolean;
}

const MAX_PEOPLE = 500;
const MAX_ENTRIES = 20;
const MAX_ATTACHMENTS = 50;
/** The longest address that anything here is done with. */
export const MAX_ADDRESS = 2048;

export function attendeePeople(raw: JsonObject): readonly EventPerson[] {
  return attendeesOf(raw).slice(0, MAX_PEOPLE).map(personOf);
}

export function organizerOf({ organizer }: JsonObject): EventPerson | null {
  return isObject(organizer) ? { ...personOf(organizer), organizer: true } : null;
}

function personOf(person: JsonObject): EventPerson {
  return {
    email: cutText(textOf(person['email']), 320),
    name: shownText(cutText(textOf(person['displayName']), 200)),
    response: responseOf(person['responseStatus']),
    optional: person['optional'] === true,
    organizer: person['organizer'] === true,
    self: isSelf(person),
    resource: person['resource'] === true,
    comment: cutText(textOf(person['comment']), 2000),
  };
}

/** `conferenceData`, or the older `hangoutLink` alone. */
export function conferenceOf(raw: JsonObject): EventConference | null {
  const data = raw['conferenceData'];
  const link = addressOf(raw['hangoutLink']);
  if (!isObject(data)) {
    return link === null ? null : { name: null, entries: [{ kind: 'video', label: bare(link), url: link, pin: null }], pending: false };
  }
  const solution = data['conferenceSolution'];
  const name = shownText(cutText(isObject(solution) ? textOf(solution['name']) : null, 200));
  const entries = entryPointsOf(data).flatMap((entry) => {
    const url = addressOf(entry['uri']);
    if (url === null) return [];
    const label = shownText(cutText(textOf(entry['label']), 200)) ?? bare(url);
    return [{ kind: cutText(textOf(entry['entryPointType']), 20) ?? 'more', label, url, pin: pinOf(entry) }];
  });
  if (entries.length === 0 && link !== null) entries.push({ kind: 'video', label: bare(link), url: link, pin: null });
  return { name, entries, pending: isPending(raw) };
}

/** Google is still making the conference. https://developers.google.com/workspace/calendar/api/guides/create-events#conferencing */
export function isPending({ conferenceData }: JsonObject): boolean {
  const request = isObject(conferenceData) ? conferenceData['createRequest'] : null;
  const status = isObject(request) ? request['status'] : null;
  return isObject(status) && status['statusCode'] === 'pending';
}

export function entryPointsOf(data: JsonObject): readonly JsonObject[] {
  return Array.isArray(data['entryPoints']) ? data['entryPoints'].filter(isObject).slice(0, MAX_ENTRIES) : [];
}

function pinOf(entry: JsonObject): string | null {
  const codes = ['pin', 'passcode', 'accessCode', 'password', 'meetingCode'].map((name) => textOf(entry[name]));
  return cutText(codes.find((code) => code !== null) ?? null, 200);
}

export function attachmentsOf(raw: JsonObject): readonly { readonly title: string; readonly url: string | null }[] {
  const attachments = Array.isArray(raw['attachments']) ? raw['attachments'].filter(isObject) : [];
  return attachments.slice(0, MAX_ATTACHMENTS).map((file) => {
    const url = addressOf(file['fileUrl']);
    return { title: shownText(cutText(textOf(file['title']), 300)) ?? (url === null ? 'File' : bare(url)), url };
  });
}

/** An address with any scheme (`tel:` and `sip:` too): shown, and opened only after another look at it. */
function addressOf(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && text.length <= MAX_ADDRESS && URL.canParse(text) ? text : null;
}

function bare(address: string): string {
  return address.replace(/^(https?:\/\/|tel:|sip:|mailto:)/i, '').replace(/\/$/, '');
}

/** At most `max` UTF-16 units, no half of a character at the end. */
export function cutText(text: string, max: number): string;
export function cutText(text: string | null, max: number): string | null;
export function cutText(text: string | null, max: number): string | null {
  if (text === null || text.length <= max) return text;
  return text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
}
