import type { EventDetailDto, EventPersonDto, EventResponse, EventRowDto } from '../../../../preload/contract/calendar.ts';
import type { Tone } from '../../../ui/notice.tsx';

/** An answer as a chip says it. */
export const ANSWER: Readonly<Record<EventResponse, { readonly word: string; readonly tone: Exclude<Tone, 'info'> | 'neutral' }>> = {
  accepted: { word: 'Going', tone: 'ok' },
  tentative: { word: 'Maybe', tone: 'warn' },
  declined: { word: 'Declined', tone: 'bad' },
  needsAction: { word: 'No reply', tone: 'neutral' },
};

export const VISIBILITY: Readonly<Record<EventDetailDto['visibility'], string>> = {
  default: 'As the calendar',
  public: 'Public',
  private: 'Private',
  confidential: 'Confidential',
  unknown: 'A visibility this version does not know',
};

/** Google's eleven event colours by id, as Google Calendar's own pages call them. https://developers.google.com/workspace/calendar/api/v3/reference/colors/get */
export const COLORS: Readonly<Record<string, string>> = {
  '11': 'Tomato',
  '4': 'Flamingo',
  '6': 'Tangerine',
  '5': 'Banana',
  '2': 'Sage',
  '10': 'Basil',
  '7': 'Peacock',
  '9': 'Blueberry',
  '1': 'Lavender',
  '3': 'Grape',
  '8': 'Graphite',
};

const KINDS: Readonly<Record<string, string>> = {
  outOfOffice: 'Out of office',
  focusTime: 'Focus time',
  workingLocation: 'Working location',
  birthday: 'Birthday',
  fromGmail: 'Made from a mail in Gmail',
};

/** `Out of office`; the API's own word for a kind unknown here; null for an ordinary event. */
export function kindWords(eventType: string): string | null {
  return eventType === 'default' ? null : (KINDS[eventType] ?? eventType);
}

/** `30 minutes before, on screen`. @param minutes before the start */
export function reminderWords({ method, minutes }: { readonly method: string; readonly minutes: number }): string {
  const how = method === 'popup' ? 'on screen' : method === 'email' ? 'by email' : method;
  if (minutes === 0) return `When it starts, ${how}`;
  const [unit, size] = UNITS.find(([, one]) => minutes % one === 0) ?? (['minute', 1] as const);
  const n = minutes / size;
  return `${n} ${unit}${n === 1 ? '' : 's'} before, ${how}`;
}

/** Minutes of each unit, largest first. */
export const UNITS: readonly (readonly [string, number])[] = [
  ['week', 10_080],
  ['day', 1_440],
  ['hour', 60],
  ['minute', 1],
];

/** The person's name or address; something to call them in any case. */
export function personWords({ name, email, resource }: EventPersonDto): string {
  return name ?? email ?? (resource ? 'A room without a name' : 'Somebody without an address');
}

/** Whether anybody but the account itself is concerned by a change. */
export function hasOthers(row: EventRowDto, detail: EventDetailDto | null): boolean {
  if (row.guests > 0) return true;
  if (detail === null) return false;
  if (detail.attendeesOmitted) return true;
  const organizer = detail.organizer !== null && !detail.organizer.self && detail.attendees.length > 0;
  return organizer || detail.attendees.some(({ self, resource }) => !self && !resource);
}

/** `3 guests: 1 going, 1 maybe, 1 no reply` */
export function guestCount(people: readonly EventPersonDto[]): string {
  const guests = people.filter(({ resource }) => !resource);
  const parts = (['accepted', 'tentative', 'declined', 'needsAction'] as const).flatMap((answer) => {
    const n = guests.filter(({ response }) => response === answer).length;
    return n === 0 ? [] : [`${n} ${ANSWER[answer].word.toLowerCase()}`];
  });
  return `${guests.length} ${guests.length === 1 ? 'guest' : 'guests'}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}
