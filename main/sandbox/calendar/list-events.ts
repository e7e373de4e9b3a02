import { invalidParameter, notFound, classicError } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import type { Reply } from '../http/reply.ts';
import { sightOf } from './access.ts';
import { findCalendar } from './calendar-list.ts';
import type { CalendarEntry } from './calendars.ts';
import { eventsOf, eventsSince, windowDays } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { passesFilters } from './filters.ts';
import { answerList, goneToken, syncedRevision } from './list-answer.ts';
import { spanOf } from './make-event.ts';
import { present, stub, type View } from './present.ts';
import { instancesOf } from './recurrence.ts';
import { dayMs, isZone } from './zone-time.ts';

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

  const singles = api.query('singleEvents') === 'true';
  const revision = syncedRevision(api);
  const kept = revision === undefined ? [...eventsOf(api.world, entry).values()] : [...eventsSince(api.world, entry, revision)];
  const opened = singles ? openSeries(api, entry, kept) : kept;
  const wantsDeleted = revision !== undefined || api.query('showDeleted') === 'true' || api.query('updatedMin') !== undefined;
  const chosen = opened
    .filter((event) => event.status !== 'cancelled' || wantsDeleted || (!singles && event.recurringEventId !== undefined))
    .filter((event) => revision !== undefined || passesFilters(api, entry, event));
  sortEvents(chosen, entry, api.query('orderBy'));

  const view = viewOf(api, entry, sight);
  return answerList(api, {
    kind: 'calendar#events',
    items: chosen.map((event) => (event.status === 'cancelled' ? stub(event, view) : present(event, view))),
    defaultSize: 250,
    cap: 2500,
    syncs: api.query('orderBy') === undefined && api.query('q') === undefined,
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

/** Replaces masters by their instances; changed instances stand in for the generated ones. */
function openSeries(api: ApiCall, entry: CalendarEntry, kept: readonly CalendarEvent[]): CalendarEvent[] {
  const now = api.world.now();
  const asked = askedSpan(api);
  const from = Math.max(asked.from ?? now - windowDays * dayMs, now - longestReach);
  const to = Math.min(asked.to ?? now + windowDays * dayMs, now + longestReach);
  const changed = new Set(
    [...eventsOf(api.world, entry).values()].filter((event) => event.recurringEventId !== undefined).map((event) => event.id),
  );
  return kept.flatMap((event) => {
    if (event.recurrence === undefined) return [event];
    if (event.status === 'cancelled') return [];
    return instancesOf(event, entry.timeZone, from, to).filter((instance) => !changed.has(instance.id));
  });
}

function sortEvents(events: CalendarEvent[], entry: CalendarEntry, orderBy: string | undefined): void {
  const start = (event: CalendarEvent): number => spanOf(event, entry.timeZone).from || 0;
  const byId = (a: CalendarEvent, b: CalendarEvent): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  if (orderBy === 'startTime') events.sort((a, b) => start(a) - start(b) || byId(a, b));
  else if (orderBy === 'updated') events.sort((a, b) => (a.updated ?? '').localeCompare(b.updated ?? '') || byId(a, b));
  else events.sort(byId);
}
