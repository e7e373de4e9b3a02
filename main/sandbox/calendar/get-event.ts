import { notFound } from '../api/api-error.ts';
import type { ApiHandler } from '../api/gate.ts';
import { json } from '../http/reply.ts';
import { sightOf } from './access.ts';
import { findCalendar } from './calendar-list.ts';
import { withConference } from './conference.ts';
import { eventsOf, findEvent, storeEvent } from './event-store.ts';
import { answerList } from './list-answer.ts';
import { viewOf } from './list-events.ts';
import { spanOf } from './make-event.ts';
import { oddEvents } from './odd-events.ts';
import { present } from './present.ts';
import { instancesOf } from './recurrence.ts';
import { dayMs } from './zone-time.ts';

/** events.get: cancelled ones too. A conference that is waited for is there by then. */
export const getEvent: ApiHandler = (api) => {
  const entry = findCalendar(api, api.path('calendarId'));
  const sight = entry === undefined ? 'none' : sightOf(api, entry);
  if (entry === undefined || sight === 'none') return notFound();
  const odd = api.world.faults.oddData ? oddEvents(api.world.now()).find(({ id }) => id === api.path('eventId')) : undefined;
  if (odd !== undefined) return json(200, odd.odd);
  const found = findEvent(api.world, entry, api.path('eventId'));
  const made = found === undefined ? undefined : withConference(found);
  const event = made === undefined ? found : storeEvent(api.world, entry, made);
  return event === undefined ? notFound() : json(200, present(event, viewOf(api, entry, sight)), { etag: event.etag });
};

/** events.instances: those of one series, 400 days each way unless timeMin and timeMax say less. timeMin is inclusive here. */
export const listInstances: ApiHandler = (api) => {
  const entry = findCalendar(api, api.path('calendarId'));
  const sight = entry === undefined ? 'none' : sightOf(api, entry);
  if (entry === undefined || sight === 'none') return notFound();
  const events = eventsOf(api.world, entry);
  const master = events.get(api.path('eventId'));
  if (master === undefined) return notFound();
  const now = api.world.now();
  const from = Math.max(Date.parse(api.query('timeMin') ?? '') || 0, now - 400 * dayMs);
  const to = Math.min(Date.parse(api.query('timeMax') ?? '') || Number.POSITIVE_INFINITY, now + 400 * dayMs);
  const view = viewOf(api, entry, sight);
  const original = api.query('originalStart');
  const items = instancesOf(master, entry.timeZone, from, to)
    .map((instance) => events.get(instance.id) ?? instance)
    .filter((event) => event.status !== 'cancelled' || api.query('showDeleted') === 'true')
    .filter((event) => original === undefined || Date.parse(original) === Date.parse(event.originalStartTime?.dateTime ?? ''))
    .sort((a, b) => spanOf(a, entry.timeZone).from - spanOf(b, entry.timeZone).from);
  return answerList(api, {
    kind: 'calendar#events',
    items,
    show: (event) => present(event, view),
    defaultSize: 250,
    cap: 2500,
    syncs: false,
    extra: { summary: entry.summary, timeZone: view.zone, accessRole: entry.accessRole },
  });
};
