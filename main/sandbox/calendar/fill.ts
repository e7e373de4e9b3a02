import type { CalendarFill } from '../state/state.ts';
import type { CalendarEntry } from './calendars.ts';
import type { CalendarEvent } from './event.ts';
import { eventId, makeEvent, timed } from './make-event.ts';
import { workTemplates } from './seed-words.ts';
import { minuteMs, wallToMs } from './zone-time.ts';

const cacheLimit = 3;
const cache = new Map<string, readonly CalendarEvent[]>();

/**
 * The single events of a calendar that was filled: evenly over its days, which lie around the day of the filling, between seven and
 * nineteen o'clock. Made when asked for and kept, since a state file full of them would be written with every token.
 */
export function filledEvents(entry: CalendarEntry, fill: CalendarFill): readonly CalendarEvent[] {
  const key = JSON.stringify([entry.id, entry.timeZone, fill.events, fill.days, fill.day]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const first = fill.day - Math.floor(fill.days / 2);
  const stem = eventId(`${entry.id}/fill`).slice(0, 16);
  const blank = makeEvent({ calendarId: entry.id, key: 'fill', start: {}, end: {}, day: fill.day, organizer: entry.id });
  const events = Array.from({ length: fill.events }, (_, index): CalendarEvent => {
    const template = workTemplates[index % workTemplates.length] ?? workTemplates[0];
    const startMs = wallToMs(entry.timeZone, first + Math.floor((index * fill.days) / fill.events), 7 * 60 + ((index * 37) % 48) * 15);
    const id = `${stem}${index.toString(32).padStart(6, '0')}`;
    return {
      ...blank,
      id,
      htmlLink: `https://calendar.example/event?eid=${id}`,
      iCalUID: `${id}@calendar.example`,
      summary: `${template.title} ${String(index + 1)}`,
      start: timed(startMs, entry.timeZone),
      end: timed(startMs + (30 + (index % 3) * 15) * minuteMs, entry.timeZone),
      ...(template.location === undefined ? {} : { location: template.location }),
    };
  });
  const [oldest] = cache.keys();
  if (cache.size >= cacheLimit && oldest !== undefined) cache.delete(oldest);
  cache.set(key, events);
  return events;
}
