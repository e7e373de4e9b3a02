import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { calendarMethod } from './calendar-rights.ts';
import { DAY_MS } from './event-span.ts';
import type { EventStore } from './event-store.ts';
import { applyChanges } from './sync-changes.ts';
import { askPage, type Query, type SyncFailure, type SyncNeeds } from './sync-page.ts';
import { eachPage, type PagesEnd } from './sync-pages.ts';

const method = calendarMethod('calendar.events.list');
/** The largest page events.list gives. https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
const PAGE_SIZE = 2500;
/** The same at every request of a sync: Google asks for it, and a token belongs to one set of parameters. */
const sameQuery: Query = { singleEvents: 'true', showDeleted: 'true' };
/** Changes gathered in memory before they are written. */
const MOST_PENDING = 10_000;
/** What is shown first of a calendar that is loaded for the first time. */
const FIRST_BACK_MS = 14 * DAY_MS;
const FIRST_AHEAD_MS = 28 * DAY_MS;

/** One calendar to bring up to date. */
export interface EventSync {
  readonly authorizationId: string;
  readonly calendarId: string;
  /** Zone of the calendar, for times without an offset. */
  readonly timeZone: string | null;
  /** From the last sync; null asks for everything. */
  readonly syncToken: string | null;
  readonly store: EventStore;
  /** Ids that were written here while the load goes on: what a full load does not list is gone, but for these. */
  readonly touched: ReadonlySet<string>;
  /** Events have arrived and are in the store. @param page the answer they came in */
  onArrived(count: number, page: JsonObject): void;
  readonly signal: AbortSignal;
}

export type EventSyncEnd =
  /** Null: Google gave no token, so the next sync asks for everything again. */
  | { readonly kind: 'done'; readonly syncToken: string | null }
  | SyncFailure;

/**
 * Brings the store up to date with Google: by the sync token, or whole. A token that has ended (410) leads to a whole load, after
 * which what Google did not list is removed. https://developers.google.com/workspace/calendar/api/guides/sync
 */
export async function syncEvents(needs: SyncNeeds, sync: EventSync): Promise<EventSyncEnd> {
  if (sync.syncToken !== null) {
    const end = await load(needs, sync, { syncToken: sync.syncToken }, () => undefined);
    // 400: a token that is none, for instance of another version of the query.
    const ended = end.kind === 'failed' && (end.status === 410 || end.status === 400);
    if (!ended) return end;
  } else if (sync.store.entries.size === 0) {
    const first = await loadFirst(needs, sync);
    if (first !== null) return first;
  }
  const listed = new Set<string>();
  const end = await load(needs, sync, {}, (ids) => ids.forEach((id) => listed.add(id)));
  if (end.kind === 'done' && !sync.signal.aborted) {
    for (const id of [...sync.store.entries.keys()]) if (!listed.has(id) && !sync.touched.has(id)) sync.store.remove(id);
  }
  return end;
}

async function load(needs: SyncNeeds, sync: EventSync, query: Query, onIds: (ids: readonly string[]) => void): Promise<PagesEnd> {
  return eachPage({
    ask: (page) => ask(needs, sync, page),
    query: { ...sameQuery, ...query },
    size: PAGE_SIZE,
    onItems: async (items, page) => {
      if (sync.signal.aborted) return;
      onIds(await applyChanges(sync.store, items, sync.timeZone ?? textOf(page['timeZone'])));
      sync.onArrived(items.length, page);
      if (sync.store.pending > MOST_PENDING) await sync.store.flush();
    },
  });
}

/** One page of the weeks around today, so that something is shown long before everything is loaded. Null: go on. */
async function loadFirst(needs: SyncNeeds, sync: EventSync): Promise<SyncFailure | null> {
  const now = needs.clock.now();
  const answer = await ask(needs, sync, {
    singleEvents: 'true',
    maxResults: String(PAGE_SIZE),
    timeMin: new Date(now - FIRST_BACK_MS).toISOString(),
    timeMax: new Date(now + FIRST_AHEAD_MS).toISOString(),
  });
  if (answer.kind === 'page') {
    const items = Array.isArray(answer.page['items']) ? (answer.page['items'] as readonly unknown[]).filter(isObject) : [];
    await applyChanges(sync.store, items, sync.timeZone);
    // They arrive once more with the whole load, which counts them.
    sync.onArrived(0, answer.page);
  }
  return answer.kind === 'page' || answer.kind === 'too-big' ? null : answer;
}

function ask(needs: SyncNeeds, sync: EventSync, query: Query): ReturnType<typeof askPage> {
  const request = { authorizationId: sync.authorizationId, method, path: { calendarId: sync.calendarId }, query };
  return askPage(needs, query['syncToken'] === undefined ? request : { ...request, tell: 'changes' }, sync.signal);
}
