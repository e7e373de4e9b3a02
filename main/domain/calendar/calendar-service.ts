import type { JsonObject } from '../shared/guards.ts';
import { isTicked, type AccountHold, type CalendarHold } from './account-hold.ts';
import { AccountHolds, type HoldsDeps, type OpenAccount } from './account-holds.ts';
import { countDays, isNear, rowsOfDays, type AgendaFilter } from './agenda.ts';
import { rightsOf, shortfallOf, type CalendarRights } from './calendar-rights.ts';
import { factsOf, stateOf, type CalendarState } from './calendar-state.ts';
import { rowOf, type EventRow } from './event-row.ts';
import { dayOf, DAY_MS } from './event-span.ts';
import type { EventStore } from './event-store.ts';
import { HoldsOfEvents } from './holds-of-events.ts';
import type { HeldEvents } from './held-events.ts';
import { touches, type IndexEntry } from './index-entry.ts';

/** Rows that one look at a range of time gives. */
export const MOST_ROWS = 5000;
/** Days that one look at the agenda gives. */
const MOST_AGENDA_DAYS = 400;
/** What is held is brought up to date when the page is opened, unless that was done a moment ago. */
const FRESH_MS = 60_000;

export interface EventList {
  readonly revision: number;
  readonly events: readonly EventRow[];
  readonly truncated: boolean;
}

interface OpenCalendar {
  readonly calendar: CalendarHold;
  readonly store: EventStore;
}

/** Which event of which calendar, and when it is. */
type Found = readonly [{ readonly calendar: CalendarHold; readonly id: string }, IndexEntry];

/**
 * The calendars of all accounts as they are held here, and how they are brought up to date. Every method that names an account rejects
 * with a FaultError `authorization-missing` or `vault-locked`.
 */
export class CalendarService {
  readonly held: HeldEvents;
  readonly #deps: HoldsDeps;
  readonly #holds: AccountHolds;

  constructor(deps: HoldsDeps) {
    this.#deps = deps;
    this.#holds = new AccountHolds(deps);
    this.held = new HoldsOfEvents(this.#holds, deps.grant);
  }

  /** What is held, at once; starts bringing it up to date. */
  async open(authorizationId: string): Promise<CalendarState> {
    const { hold, sync } = await this.#holds.get(authorizationId);
    if (this.#isOld(hold)) sync.request(null, false);
    return this.#state(hold);
  }

  async state(authorizationId: string): Promise<CalendarState> {
    return this.#state((await this.#holds.get(authorizationId)).hold);
  }

  /** Ticks a calendar, which loads it, or takes the tick away. A calendar that is not in the list is passed over. */
  async select(authorizationId: string, calendarId: string, selected: boolean): Promise<void> {
    const { hold, sync } = await this.#holds.get(authorizationId);
    const calendar = hold.calendars.get(calendarId);
    if (calendar === undefined) return;
    calendar.choice = selected;
    this.#holds.changed(hold);
    if (selected) sync.request([calendarId], false);
    await this.#holds.save(hold);
  }

  /** @param calendarIds null: every ticked one @param full forgets sync tokens */
  async sync(authorizationId: string, calendarIds: readonly string[] | null, full: boolean): Promise<void> {
    (await this.#holds.get(authorizationId)).sync.request(calendarIds, full);
  }

  async cancel(authorizationId: string): Promise<void> {
    const { hold, sync } = await this.#holds.get(authorizationId);
    sync.cancel();
    this.#holds.changed(hold);
  }

  /** Rows that touch [from, to) (milliseconds), by start; all-day ones by their dates, generously, so that any zone finds its own. */
  async events(authorizationId: string, calendarIds: readonly string[], from: number, to: number): Promise<EventList> {
    const account = await this.#holds.get(authorizationId);
    const stores = await this.#stores(account, calendarIds);
    const { revision } = account.hold;
    const found = foundIn(stores, (entry) => touches(entry, from, to));
    const shown = found.sort(([, a], [, b]) => a.from - b.from).slice(0, MOST_ROWS);
    const rows = await this.#rows(account, shown);
    return { revision, events: shown.flatMap(([key]) => rows.get(key) ?? []), truncated: shown.length < found.length };
  }

  /** Days that have events, in order, with their numbers of rows. */
  async agendaDays(authorizationId: string, calendarIds: readonly string[], filter: AgendaFilter) {
    const account = await this.#holds.get(authorizationId);
    const stores = await this.#stores(account, calendarIds);
    const days = countDays(stores.map(({ store }) => store.entries.values()), filter);
    return { revision: account.hold.revision, days };
  }

  /** @param first, last full-dates, inclusive; at most 400 days from `first` are looked at */
  async agenda(authorizationId: string, calendarIds: readonly string[], filter: AgendaFilter, first: string, last: string) {
    const account = await this.#holds.get(authorizationId);
    const start = dayOf(first);
    const end = dayOf(last);
    if (start === null || end === null) return { revision: account.hold.revision, days: [] };
    const range = { first: start / DAY_MS, last: Math.min(end / DAY_MS, start / DAY_MS + MOST_AGENDA_DAYS - 1) };
    const stores = await this.#stores(account, calendarIds);
    const { revision } = account.hold;
    const days = rowsOfDays(foundIn(stores, (entry) => isNear(entry, range)), range, filter);
    const rows = await this.#rows(account, days.flatMap((day) => day.rows.map(({ of, entry }): Found => [of, entry])));
    return { revision, days: days.map((day) => ({ date: day.date, events: day.rows.flatMap(({ of }) => rows.get(of) ?? []) })) };
  }

  /** The vault is open: accounts may be read. What lies in the cache and belongs to none of these owners is removed. */
  async load(owners: readonly string[]): Promise<void> {
    this.#holds.open();
    try {
      await this.#deps.cache.keepOwners(owners);
    } catch (error) {
      this.#deps.reportError(error);
    }
  }

  /** An authorization changed: tells of accounts that may do more now, or less. */
  grantsChanged(): void {
    void this.#holds.grantsChanged();
  }

  /** Ends loads and removes everything of an account. Rejects with a FaultError `vault-write-failed` or `vault-locked`. */
  forget(authorizationId: string): Promise<void> {
    return this.#holds.forget(authorizationId);
  }

  /** Ends loads, saves, and lets go of everything: the vault is about to be locked. Never rejects. */
  close(): Promise<void> {
    return this.#holds.close();
  }

  #state(hold: AccountHold): CalendarState {
    return stateOf(hold, this.#rights(hold));
  }

  #rights(hold: AccountHold): CalendarRights {
    return rightsOf(this.#deps.grant(hold.id)?.granted ?? []);
  }

  #isOld(hold: AccountHold): boolean {
    const limit = this.#deps.clock.now() - FRESH_MS;
    if (hold.listState !== 'ready' || hold.listedAt === null || hold.offline) return true;
    // A scope was granted, or taken away, since the list was read.
    if ((hold.problem === null) !== (shortfallOf(this.#rights(hold)) === null)) return true;
    const ticked = [...hold.calendars.values()].filter(isTicked);
    return ticked.length === 0 ? hold.listedAt < limit : ticked.some(({ syncedAt }) => syncedAt === null || syncedAt < limit);
  }

  /** The calendars named that are in the list, each once. */
  async #stores({ hold }: OpenAccount, calendarIds: readonly string[]): Promise<readonly OpenCalendar[]> {
    const stores: OpenCalendar[] = [];
    for (const calendarId of new Set(calendarIds)) {
      const calendar = hold.calendars.get(calendarId);
      if (calendar !== undefined) stores.push({ calendar, store: await this.#holds.store(hold, calendar) });
    }
    return stores;
  }

  /** Each event's row, by the object that names it; one that is lost has none. */
  async #rows({ hold }: OpenAccount, found: readonly Found[]): Promise<Map<Found[0], EventRow>> {
    const email = this.#deps.grant(hold.id)?.email ?? null;
    const byCalendar = new Map<CalendarHold, Found[0][]>();
    for (const [key] of found) {
      const keys = byCalendar.get(key.calendar);
      if (keys === undefined) byCalendar.set(key.calendar, [key]);
      else keys.push(key);
    }
    const rows = new Map<Found[0], EventRow>();
    for (const [calendar, keys] of byCalendar) {
      const store = await this.#holds.store(hold, calendar);
      const raws: Map<string, JsonObject> = await store.read(keys.map(({ id }) => id));
      const facts = factsOf(calendar, email);
      for (const key of keys) {
        const raw = raws.get(key.id);
        const row = raw === undefined || rows.has(key) ? null : rowOf(raw, facts);
        if (row !== null) rows.set(key, row);
      }
    }
    return rows;
  }
}

function foundIn(stores: readonly OpenCalendar[], takes: (entry: IndexEntry) => boolean): Found[] {
  const found: Found[] = [];
  for (const { calendar, store } of stores) {
    for (const [id, entry] of store.entries) if (takes(entry)) found.push([{ calendar, id }, entry]);
  }
  return found;
}
