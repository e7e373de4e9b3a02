import type { CalendarEntry } from './calendars.ts';
import { diceFor } from './dice.ts';
import type { CalendarEvent } from './event.ts';
import { allDay, makeEvent, timed } from './make-event.ts';
import { crew, familyTemplates, holidayNames } from './seed-words.ts';
import { dateText, minuteMs, wallToMs, weekday } from './zone-time.ts';

const shifts = [
  { name: 'Early', from: 6, hours: 8 },
  { name: 'Late', from: 14, hours: 8 },
  { name: 'Night', from: 22, hours: 8 },
] as const;

/** Three shifts a day; the night one ends on the next day. */
export function rotaDay(entry: CalendarEntry, day: number): CalendarEvent[] {
  return shifts.map((shift, index) => {
    const startMs = wallToMs(entry.timeZone, day, shift.from * 60);
    return makeEvent({
      calendarId: entry.id,
      key: `${String(day)}/${shift.name}`,
      summary: `${shift.name}: ${crew[(day + index * 2) % crew.length] ?? crew[0]}`,
      start: timed(startMs, entry.timeZone),
      end: timed(startMs + shift.hours * 60 * minuteMs, entry.timeZone),
      day,
      organizer: entry.id,
    });
  });
}

/** Public holidays: all day, free, public. */
export function holidayDay(entry: CalendarEntry, day: number): CalendarEvent[] {
  const summary = holidayNames[dateText(day).slice(5)];
  if (summary === undefined) return [];
  const fields = { transparency: 'transparent', visibility: 'public' } as const;
  return [makeEvent({ calendarId: entry.id, key: String(day), summary, start: allDay(day), end: allDay(day + 1), day, organizer: entry.id, fields })];
}

/** Bookings of a room, on working days. */
export function roomDay(entry: CalendarEntry, day: number): CalendarEvent[] {
  if (weekday(day) >= 5) return [];
  const dice = diceFor(`${entry.id}/${String(day)}`);
  return Array.from({ length: 1 + dice.below(3) }, (_, index) => {
    const startMs = wallToMs(entry.timeZone, day, (8 + index * 3 + dice.below(2)) * 60);
    return makeEvent({
      calendarId: entry.id,
      key: `${String(day)}/${String(index)}`,
      summary: 'Booked',
      start: timed(startMs, entry.timeZone),
      end: timed(startMs + (1 + dice.below(2)) * 60 * minuteMs, entry.timeZone),
      day,
      organizer: entry.id,
    });
  });
}

/** One call on Wednesdays, besides the series. */
export function launchDay(entry: CalendarEntry, day: number): CalendarEvent[] {
  if (weekday(day) !== 2) return [];
  const startMs = wallToMs(entry.timeZone, day, 11 * 60);
  return [
    makeEvent({
      calendarId: entry.id,
      key: String(day),
      summary: `Launch gate ${String((day % 9) + 1)}`,
      start: timed(startMs, entry.timeZone),
      end: timed(startMs + 45 * minuteMs, entry.timeZone),
      day,
      organizer: entry.id,
      fields: { description: 'Go or no go. <br>Slides are due the evening before.' },
    }),
  ];
}

/** Something every other day. */
export function familyDay(entry: CalendarEntry, day: number): CalendarEvent[] {
  const dice = diceFor(`${entry.id}/${String(day)}`);
  if (dice.throw() < 0.5) return [];
  const template = dice.pick(familyTemplates);
  const startMs = wallToMs(entry.timeZone, day, (15 + dice.below(5)) * 60);
  return [
    makeEvent({
      calendarId: entry.id,
      key: String(day),
      summary: template.title,
      start: timed(startMs, entry.timeZone),
      end: timed(startMs + template.minutes * minuteMs, entry.timeZone),
      day,
      organizer: entry.id,
      fields: template.location === undefined ? {} : { location: template.location },
    }),
  ];
}
