import { invalidParameter, notFound, classicError } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import type { Reply } from '../http/reply.ts';
import type { World } from '../world.ts';
import { sightOf } from './access.ts';
import { findCalendar } from './calendar-list.ts';
import type { CalendarEntry } from './calendars.ts';
import { settleConferences } from './conference.ts';
import { eventsOf, windowDays } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { passesFilters } from './filters.ts';
import { answerList, fingerprint, goneToken, syncTokenOf, type SyncToken } from './list-answer.ts';
import { spanOf } from './make-event.ts';
import { present, stub, type View } from './present.ts';
import { isOdd, oddEvents, type OddEvent } from './odd-events.ts';
import { newsSince, openSeries, type Span } from './series-news.ts';
import { dayMs, dayNumber, isZone } from './zone-time.ts';

/** Longest stretch that a series is opened into, so that "everything" ends. */
const longestReach = 400 * dayMs;
const oldestUpdatedMin = 20 * dayMs;
const notWithSyncToken = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

/** events.list. https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
export const listEvents: ApiHandler = (api) => {
  const entry = findCalendar(api, api.path('calendarId'));
  const sight = entry === undefined ? 'none' : sightOf(api, entry);
  if (entry === undefined || sight === 'none') return notFound();
  const problem = checkList(api);
  if (problem !== undefined) return problem;
  const gone = goneToken(api);
  if (gone !== undefined) return gone;

  settleConferences(api, entry);
  const synced = syncTokenOf(api);
  const singles = api.query('singleEvents') === 'true';
  const chosen = remembered(api, sight, () => choose(api, entry, singles, synced));
  const view = viewOf(api, entry, sight);
  const withOdd = api.world.faults.oddData && synced === undefined;
  return answerList<CalendarEvent | OddEvent>(api, {
    kind: 'calendar#events',
    items: withOdd ? [...oddEvents(api.world.now()), ...chosen] : chosen,
    show: (event) => (isOdd(event) ? event.odd : event.status === 'cancelled' ? stub(event, view) : present(event, view)),
    defaultSize: 250,
    cap: 2500,
    syncs: api.query('orderBy') === undefined && api.query('q') === undefined,
    ...(synced === undefined ? {} : { synced }),
    extra: {
      summary: entry.summary,
      ...(entry.description === undefined ? {} : { description: entry.description }),
      updated: chosen.reduce((latest, event) => ((event.updated ?? '') > latest ? (event.updated ?? '') : latest), '2024-01-01T00:00:00.000Z'),
      timeZone: view.zone,
      accessRole: entry.accessRole,
      defaultReminders: entry.primary ? [{ method: 'popup', minutes: 10 }] : [],
    },
  });
};

/** The events of the whole list, in order: pages are cut from it. */
function choose(api: ApiCall, entry: CalendarEntry, singles: boolean, synced: SyncToken | undefined): CalendarEvent[] {
  const all = eventsOf(api.world, entry);
  const span = openedSpan(api, synced);
  const kept =
    synced === undefined
      ? singles
        ? [...all.values()].flatMap((event) => openSeries(entry, event, all, span))
        : [...all.values()]
      : newsSince(api.world, entry, all, synced.revision, singles ? span : undefined);
  const wantsDeleted = synced !== undefined || api.query('showDeleted') === 'true' || api.query('updatedMin') !== undefined;
  const chosen = kept
    .filter((event) => event.status !== 'cancelled' || wantsDeleted || (!singles && event.recurringEventId !== undefined))
    .filter((event) => synced !== undefined || passesFilters(api, entry, event));
  sortEvents(chosen, entry, api.query('orderBy'));
  return chosen;
}

/** The last list of each sandbox: a calendar of 50,000 events would be sorted anew for every page. */
const lastLists = new WeakMap<World, { readonly key: string; readonly events: CalendarEvent[] }>();

function remembered(api: ApiCall, sight: View['sight'], make: () => CalendarEvent[]): CalendarEvent[] {
  const { world, account } = api;
  const key = JSON.stringify([fingerprint(api), account.sub, sight, world.state.instance, world.state.calendar.revision, dayNumber(world.now())]);
  const last = lastLists.get(world);
  // Without a page token nobody goes on with a list; then time may have passed.
  if (last?.key === key && api.query('pageToken') !== undefined) return last.events;
  const events = make();
  lastLists.set(world, { key, events });
  return events;
}

/** How this call sees the calendar's events. */
export function viewOf(api: ApiCall, entry: CalendarEntry, sight: View['sight']): View {
  const maxAttendees = api.query('maxAttendees');
  return {
    entry,
    sight,
    zone: api.query('timeZone') ?? entry.timeZone,
    maxAttendees: maxAttendees === undefined ? undefined : Number(maxAttendees),
  };
}

function checkList(api: ApiCall): Reply | undefined {
  const zone = api.query('timeZone');
  if (zone !== undefined && !isZone(zone)) return invalidParameter('timeZone', 'Invalid time zone.');
  if (api.query('syncToken') !== undefined) {
    const clash = notWithSyncToken.some((name) => api.query(name) !== undefined) || api.query('showDeleted') === 'false';
    return clash
      ? invalidParameter('syncToken', 'Sync token cannot be used with other request restrictions', 'syncTokenWithRequestRestrictions')
      : undefined;
  }
  const { from, to } = askedSpan(api);
  if (from !== undefined && to !== undefined && from >= to) {
    return invalidParameter('timeMax', 'The specified time range is empty.', 'timeRangeEmpty');
  }
  if (api.query('orderBy') === 'startTime' && api.query('singleEvents') !== 'true') {
    return invalidParameter('orderBy', 'The requested ordering is not available for the particular query.');
  }
  const updatedMin = api.query('updatedMin');
  if (updatedMin !== undefined && api.world.now() - Date.parse(updatedMin) > oldestUpdatedMin) {
    return classicError(410, 'The requested minimum modification time lies too far in the past.', {
      reason: 'updatedMinTooLongAgo',
      domain: 'calendar',
      location: 'updatedMin',
      locationType: 'parameter',
    });
  }
  return undefined;
}

function askedSpan(api: ApiCall): { readonly from: number | undefined; readonly to: number | undefined } {
  const moment = (name: string): number | undefined => {
    const value = api.query(name);
    return value === undefined ? undefined : Math.floor(Date.parse(value) / 1000) * 1000;
  };
  return { from: moment('timeMin'), to: moment('timeMax') };
}

/** How far series are opened: as asked (by the first list, for a sync), or as far as generated events reach. */
function openedSpan(api: ApiCall, synced: SyncToken | undefined): Span {
  const now = api.world.now();
  const asked = askedSpan(api);
  const from = asked.from ?? momentOrNone(synced?.from) ?? now - windowDays * dayMs;
  const to = asked.to ?? momentOrNone(synced?.to) ?? now + windowDays * dayMs;
  return { from: Math.max(from, now - longestReach), to: Math.min(to, now + longestReach) };
}

function momentOrNone(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

function sortEvents(events: CalendarEvent[], entry: CalendarEntry, orderBy: string | undefined): void {
  const start = (event: CalendarEvent): number => spanOf(event, entry.timeZone).from || 0;
  const byId = (a: CalendarEvent, b: CalendarEvent): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  if (orderBy === 'startTime') events.sort((a, b) => start(a) - start(b) || byId(a, b));
  else if (orderBy === 'updated') events.sort((a, b) => (a.updated ?? '').localeCompare(b.updated ?? '') || byId(a, b));
  else events.sort(byId);
}
