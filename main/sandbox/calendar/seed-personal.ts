import { nameOf, type SandboxAccount } from '../accounts.ts';
import type { CalendarEntry } from './calendars.ts';
import { diceFor, type Dice } from './dice.ts';
import type { CalendarEvent, EventPerson } from './event.ts';
import { allDay, makeEvent, timed } from './make-event.ts';
import { highlightDay } from './seed-highlights.ts';
import { allDayTemplates, colleagues, longTemplates, weekendTemplates, workTemplates, type Template } from './seed-words.ts';
import { dayMs, minuteMs, wallToMs, weekday } from './zone-time.ts';

const otherZones = ['America/New_York', 'Asia/Tokyo', 'America/Sao_Paulo'] as const;

/** A person's own events of one day: meetings, errands, and now and then one of the awkward kinds. */
export function personalDay(entry: CalendarEntry, day: number, accounts: readonly SandboxAccount[]): CalendarEvent[] {
  const dice = diceFor(`${entry.id}/${String(day)}`);
  const isWeekend = weekday(day) >= 5;
  const count = isWeekend ? dice.pick([0, 0, 1, 1]) : dice.pick([2, 3, 3, 4]);
  const events = Array.from({ length: count }, (_, index) =>
    meeting(entry, day, index, dice, dice.pick(isWeekend ? weekendTemplates : workTemplates), accounts),
  );
  return [...events, ...wholeDays(entry, day, dice), ...highlightDay(entry, day)];
}

function meeting(
  entry: CalendarEntry,
  day: number,
  index: number,
  dice: Dice,
  template: Template,
  accounts: readonly SandboxAccount[],
): CalendarEvent {
  const startMs = wallToMs(entry.timeZone, day, 8 * 60 + dice.below(37) * 15);
  const kind = dice.throw();
  // One in sixteen was entered in another zone; the answer still speaks the calendar's.
  const own = dice.throw() < 1 / 16 ? otherZones[dice.below(otherZones.length)] : entry.timeZone;
  const guests = template.guests ?? 0;
  const owner = accounts.find((account) => account.email === entry.id);
  const people = guests > 0 ? invited(entry, guests, dice, kind < 0.06, accounts) : undefined;
  const untitled = kind >= 0.06 && kind < 0.11;
  return makeEvent({
    calendarId: entry.id,
    key: `${String(day)}/${String(index)}`,
    ...(untitled ? {} : { summary: template.title }),
    start: timed(startMs, entry.timeZone, own),
    end: timed(startMs + template.minutes * minuteMs, entry.timeZone, own),
    day,
    organizer: people?.find((person) => person.organizer === true)?.email ?? owner?.email ?? entry.id,
    fields: {
      ...(template.location === undefined ? {} : { location: template.location }),
      ...(template.description === undefined ? {} : { description: template.description }),
      ...(people === undefined ? {} : { attendees: people }),
      ...(kind >= 0.11 && kind < 0.16 ? { status: 'tentative' as const } : {}),
      ...(kind >= 0.16 && kind < 0.19 ? { status: 'cancelled' as const } : {}),
      ...(kind >= 0.19 && kind < 0.23 ? { visibility: 'private' as const } : {}),
      ...(template.title.startsWith('Focus') ? { eventType: 'focusTime' } : {}),
      ...(dice.throw() < 0.1 ? { colorId: String(1 + dice.below(11)) } : {}),
    },
  });
}

/** The owner first, then colleagues; someone else organizes every second time. */
function invited(entry: CalendarEntry, count: number, dice: Dice, declined: boolean, accounts: readonly SandboxAccount[]): EventPerson[] {
  const owner = accounts.find((account) => account.email === entry.id);
  const others: EventPerson[] = colleagues
    .slice(0, count)
    .map((name, index) => ({
      email: `${name}@${entry.id.split('@')[1] ?? 'harbor.example'}`,
      responseStatus: index === 1 ? 'needsAction' : 'accepted',
    }));
  const isOrganizer = !declined && dice.throw() < 0.5;
  const self: EventPerson = {
    email: entry.id,
    ...(owner === undefined ? {} : { displayName: nameOf(owner) }),
    self: true,
    ...(isOrganizer ? { organizer: true } : {}),
    responseStatus: declined ? 'declined' : 'accepted',
  };
  const [first, ...rest] = others;
  return first === undefined || isOrganizer ? [self, ...others] : [{ ...first, organizer: true }, self, ...rest];
}

/** All-day, several-day and overnight events, on fixed days so that every window of three months has some of each. */
function wholeDays(entry: CalendarEntry, day: number, dice: Dice): CalendarEvent[] {
  const events: CalendarEvent[] = [];
  const base = { calendarId: entry.id, day, organizer: entry.id };
  if (day % 9 === 2) {
    const summary = allDayTemplates[dice.below(allDayTemplates.length)] ?? allDayTemplates[0];
    events.push(
      makeEvent({ ...base, key: `${String(day)}/day`, summary, start: allDay(day), end: allDay(day + 1), fields: { transparency: 'transparent' } }),
    );
  }
  if (day % 30 === 11) {
    const summary = longTemplates[dice.below(longTemplates.length)] ?? longTemplates[0];
    events.push(makeEvent({ ...base, key: `${String(day)}/days`, summary, start: allDay(day), end: allDay(day + 3 + dice.below(3)) }));
  }
  if (day % 30 === 20) {
    const startMs = wallToMs(entry.timeZone, day, 22 * 60);
    const end = timed(startMs + dayMs / 3, entry.timeZone);
    events.push(makeEvent({ ...base, key: `${String(day)}/night`, summary: 'Night ferry', start: timed(startMs, entry.timeZone), end, fields: { location: 'Terminal B' } }));
  }
  return events;
}
