import type { SandboxAccount } from '../accounts.ts';
import type { EditedEvent, PastSeries } from '../state/state.ts';
import type { World } from '../world.ts';
import type { CalendarEntry } from './calendars.ts';
import type { CalendarEvent } from './event.ts';
import { filledEvents } from './fill.ts';
import { eventEtag } from './make-event.ts';
import { instancesOf, splitInstanceId } from './recurrence.ts';
import { personalDay } from './seed-personal.ts';
import { seriesEvents } from './seed-series.ts';
import { familyDay, holidayDay, launchDay, roomDay, rotaDay } from './seed-shared.ts';
import { dayMs, dayNumber } from './zone-time.ts';

/** Generated events reach this far into the past and the future. */
export const windowDays = 45;

type Generator = (entry: CalendarEntry, day: number, accounts: readonly SandboxAccount[]) => CalendarEvent[];

const generators: Readonly<Record<CalendarEntry['flavour'], Generator>> = {
  personal: personalDay,
  rota: rotaDay,
  holidays: holidayDay,
  launch: launchDay,
  room: roomDay,
  family: familyDay,
};

const cacheLimit = 40;
const cache = new Map<string, ReadonlyMap<string, CalendarEvent>>();

/**
 * All events of a calendar as they are kept: single ones, recurring masters, changed or cancelled instances. Every day's events depend
 * only on calendar and day, so ids stay the same while the window moves on with the clock. Edits lie over them. The changed instances of
 * a deleted series are deleted with it, and are there again when it is.
 */
export function eventsOf(world: World, entry: CalendarEntry): Map<string, CalendarEvent> {
  const events = new Map(generated(world, entry));
  const fill = world.state.calendar.fills?.[entry.id];
  for (const event of fill === undefined ? [] : filledEvents(entry, fill)) events.set(event.id, event);
  const edits = Object.entries(world.state.calendar.events[entry.id] ?? {});
  for (const [id, edited] of edits) events.set(id, edited.event);
  const gone = new Set(edits.filter(([, { event }]) => event.recurrence !== undefined && event.status === 'cancelled').map(([id]) => id));
  if (gone.size === 0) return events;
  for (const [id, event] of events) {
    if (gone.has(event.recurringEventId ?? '')) events.set(id, { ...event, status: 'cancelled' });
  }
  return events;
}

/** One event by id, an instance of a series included; undefined when there is none. Cancelled ones are found too. */
export function findEvent(world: World, entry: CalendarEntry, id: string): CalendarEvent | undefined {
  const events = eventsOf(world, entry);
  const found = events.get(id);
  if (found !== undefined) return found;
  const split = splitInstanceId(id);
  const master = split === undefined ? undefined : events.get(split.masterId);
  if (split === undefined || master === undefined) return undefined;
  const { original } = split;
  const day = Date.parse(`${original.slice(0, 4)}-${original.slice(4, 6)}-${original.slice(6, 8)}T00:00:00Z`);
  return instancesOf(master, entry.timeZone, day - 2 * dayMs, day + 3 * dayMs).find((instance) => instance.id === id);
}

/** Writes an event over what is there, with a new etag, `updated` and revision. Gives it as stored. */
export function storeEvent(world: World, entry: CalendarEntry, event: CalendarEvent): CalendarEvent {
  const { calendar } = world.state;
  const past = pastOf(world, entry, event.id);
  calendar.revision += 1;
  const now = world.now();
  const stored: CalendarEvent = { ...event, etag: eventEtag(now, calendar.revision), updated: new Date(now).toISOString() };
  const edits = (calendar.events[entry.id] ??= {});
  edits[event.id] = { revision: calendar.revision, event: stored, ...(past.length === 0 ? {} : { past }) };
  world.changed();
  return stored;
}

/** Edits made after a revision, deleted events included; all filled events when the calendar was filled after it. */
export function editsSince(world: World, entry: CalendarEntry, revision: number): readonly EditedEvent[] {
  const { events, fills } = world.state.calendar;
  const edits = events[entry.id] ?? {};
  const fill = fills?.[entry.id];
  const filled = fill === undefined || fill.revision <= revision ? [] : filledEvents(entry, fill);
  return [
    ...filled.filter((event) => !Object.hasOwn(edits, event.id)).map((event) => ({ revision, event })),
    ...Object.values(edits).filter((edited) => edited.revision > revision),
  ];
}

/** The history of a series, this moment included; empty for anything else. */
function pastOf(world: World, entry: CalendarEntry, id: string): PastSeries[] {
  const edited = world.state.calendar.events[entry.id]?.[id];
  const before = edited?.event ?? generated(world, entry).get(id);
  if (before?.recurrence === undefined) return edited?.past ?? [];
  const { status, start, end, recurrence } = before;
  const now: PastSeries = { revision: edited?.revision ?? 0, status, recurrence, ...(start && { start }), ...(end && { end }) };
  return [...(edited?.past ?? []), now];
}

function generated(world: World, entry: CalendarEntry): ReadonlyMap<string, CalendarEvent> {
  const today = dayNumber(world.now());
  const key = `${entry.id}/${entry.timeZone}/${String(today)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const first = today - windowDays;
  const days = Array.from({ length: 2 * windowDays + 1 }, (_, index) => first + index);
  const events = new Map(
    [
      ...days.flatMap((day) => generators[entry.flavour](entry, day, world.accounts)),
      ...seriesEvents(entry, first * dayMs, (today + windowDays + 1) * dayMs),
    ].map((event): [string, CalendarEvent] => [event.id, event]),
  );
  const [oldest] = cache.keys();
  if (cache.size >= cacheLimit && oldest !== undefined) cache.delete(oldest);
  cache.set(key, events);
  return events;
}
