import type { CalendarEntry } from './calendars.ts';
import { conferenceOf } from './conference-data.ts';
import type { CalendarEvent, EventPerson } from './event.ts';
import { allDay, makeEvent, timed } from './make-event.ts';
import { minuteMs, wallToMs, weekday } from './zone-time.ts';

const agenda = `<p><b>Berths for the winter</b></p>
<ol><li>Who stays on the water</li><li>Lifting order, see <a href="https://harbor.example/lifting">the plan</a></li><li>Cradles we still lack</li></ol>
<p>Please read the sheet before. <i>Thank you!</i></p>`;

interface Highlight {
  readonly key: string;
  readonly summary: string;
  /** Minute of the day. */
  readonly at: number;
  readonly minutes: number;
  readonly fields: (entry: CalendarEntry, id: string) => Partial<CalendarEvent>;
}

/** The same every week, so that any week shows an overlap, every answer, a conference, attachments and other people's events. */
const weekly: Readonly<Record<number, readonly Highlight[]>> = {
  0: [
    {
      key: 'checklist',
      summary: 'Shared checklist',
      at: 15 * 60,
      minutes: 45,
      fields: (entry) => ({ ...invitation(entry, 'piet.brandt', 'accepted'), guestsCanModify: true, colorId: '7', description: 'Anybody may change this one.' }),
    },
  ],
  1: [
    {
      key: 'berths',
      summary: 'Berth planning',
      at: 11 * 60,
      minutes: 60,
      fields: (entry, id) => ({
        ...conferenceOf(id),
        attendees: [
          person('accepted', { self: true, organizer: true, email: entry.id }),
          person('accepted', { email: address(entry, 'ines.falk'), displayName: 'Ines Falk' }),
          person('tentative', { email: address(entry, 'noor.haddad'), displayName: 'Noor Haddad', comment: 'Perhaps ten minutes late.' }),
          person('declined', { email: address(entry, 'luca.moreau'), displayName: 'Luca Moreau', optional: true }),
          person('needsAction', { email: 'kim@northlight.example' }),
          person('accepted', { email: 'c_room.pier@resource.calendar.example', displayName: 'Pier room', resource: true }),
        ],
        location: 'Pier room',
        description: agenda,
        colorId: '3',
        attachments: [
          { title: 'Lifting order.pdf', fileUrl: 'https://drive.example/file/lifting', mimeType: 'application/pdf' },
          { title: 'Cradles', fileUrl: 'https://drive.example/file/cradles', mimeType: 'application/vnd.google-apps.spreadsheet' },
        ],
        reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 15 }, { method: 'email', minutes: 1440 }] },
      }),
    },
    {
      key: 'lisbon',
      summary: 'Call with the yard in Lisbon',
      at: 11 * 60 + 30,
      minutes: 60,
      fields: (entry, id) => ({ ...invitation(entry, 'sam.ito', 'tentative'), ...conferenceOf(id), colorId: '9' }),
    },
  ],
  2: [
    {
      key: 'tide-talk',
      summary: 'Talk: reading the tides',
      at: 16 * 60,
      minutes: 60,
      fields: (entry) => ({ ...invitation(entry, 'noor.haddad', 'needsAction'), location: 'Old net loft', colorId: '5' }),
    },
  ],
  3: [
    {
      key: 'stage',
      summary: 'Pier festival: stage plan',
      at: 14 * 60,
      minutes: 90,
      fields: (entry) => ({ ...invitation(entry, 'ines.falk', 'declined'), location: 'Quay 2', description: 'Bring <b>tape</b> &amp; chalk.' }),
    },
    {
      key: 'kitchen',
      summary: 'Canteen menu',
      at: 14 * 60 + 30,
      minutes: 30,
      fields: () => ({ status: 'tentative', colorId: '6' }),
    },
  ],
  4: [
    {
      key: 'away',
      summary: 'Out of office',
      at: 15 * 60,
      minutes: 180,
      fields: () => ({ eventType: 'outOfOffice', visibility: 'public', outOfOfficeProperties: { autoDeclineMode: 'declineNone' } }),
    },
  ],
};

/** What a person's calendar has besides everyday meetings on this day. */
export function highlightDay(entry: CalendarEntry, day: number): CalendarEvent[] {
  const base = { calendarId: entry.id, day, organizer: entry.id };
  const events = (weekly[weekday(day)] ?? []).map(({ key, summary, at, minutes, fields }) => {
    const startMs = wallToMs(entry.timeZone, day, at);
    const times = { start: timed(startMs, entry.timeZone), end: timed(startMs + minutes * minuteMs, entry.timeZone) };
    const event = makeEvent({ ...base, ...times, key: `${String(day)}/${key}`, summary });
    return { ...event, ...fields(entry, event.id) };
  });
  return [...events, ...stays(entry, day)];
}

/** Several days, every second week one and in the weeks between another. */
function stays(entry: CalendarEntry, day: number): CalendarEvent[] {
  const isEven = Math.floor((day + 3) / 7) % 2 === 0;
  const base = { calendarId: entry.id, day, organizer: entry.id };
  if (isEven && weekday(day) === 2) {
    const fields = { location: 'Rotterdam', colorId: '10', transparency: 'transparent' } as const;
    return [makeEvent({ ...base, key: `${String(day)}/conference`, summary: 'Port conference', start: allDay(day), end: allDay(day + 3), fields })];
  }
  if (!isEven && weekday(day) === 0) {
    const fields = { colorId: '5', transparency: 'transparent' } as const;
    return [makeEvent({ ...base, key: `${String(day)}/guests`, summary: 'Guests from Lisbon', start: allDay(day), end: allDay(day + 2), fields })];
  }
  return [];
}

/** An event of somebody else, with the owner's answer. */
function invitation(entry: CalendarEntry, organizer: string, answer: NonNullable<EventPerson['responseStatus']>): Partial<CalendarEvent> {
  const email = address(entry, organizer);
  return {
    organizer: { email },
    creator: { email },
    attendees: [
      person('accepted', { email, organizer: true }),
      person(answer, { email: entry.id, self: true }),
      person('accepted', { email: address(entry, organizer === 'piet.brandt' ? 'luca.moreau' : 'piet.brandt') }),
    ],
  };
}

function person(responseStatus: NonNullable<EventPerson['responseStatus']>, more: EventPerson & Readonly<Record<string, unknown>>): EventPerson {
  return { ...more, responseStatus };
}

function address(entry: CalendarEntry, name: string): string {
  return `${name}@${entry.id.split('@')[1] ?? 'harbor.example'}`;
}
