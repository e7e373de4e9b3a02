import { textOf, type JsonObject } from '../shared/guards.ts';
import { isTicked, type CalendarHold } from './account-hold.ts';
import { AccountList } from './account-list.ts';
import type { AccountSyncDeps } from './account-sync-deps.ts';
import { roleOf } from './calendar-entry.ts';
import { rightsOf, shortfallOf, type CalendarRights } from './calendar-rights.ts';
import type { EventStore } from './event-store.ts';
import { Slots } from './slots.ts';
import { syncEvents } from './sync-events.ts';
import type { SyncFailure } from './sync-page.ts';
import { knownZone } from './zones.ts';

/** Calendars of one account that load at a time, within Google's quota for a user. */
const PARALLEL = 4;

/** Keeps one account's calendars up to date, when asked to. */
export class AccountSync {
  readonly #deps: AccountSyncDeps;
  readonly #slots = new Slots(PARALLEL);
  readonly #running = new Map<string, { readonly ended: Promise<void>; readonly signal: AbortSignal }>();
  /** Asked for while they were loading: what changed may be on a page that had come already. */
  readonly #again = new Set<string>();
  #listing: { readonly reached: Promise<boolean>; readonly signal: AbortSignal } | null = null;
  readonly #list: AccountList;
  #controller = new AbortController();

  constructor(deps: AccountSyncDeps) {
    this.#deps = deps;
    this.#list = new AccountList(deps);
  }

  /**
   * Starts loading and returns at once; a calendar that is loading already goes on.
   * @param ids null: the list, when it is not fresh, and every ticked calendar
   * @param full forgets sync tokens
   */
  request(ids: readonly string[] | null, full: boolean): void {
    const { hold } = this.#deps;
    if (hold.closed || !this.#mayAsk()) return;
    const { signal } = this.#controller;
    if (ids !== null && hold.listState === 'ready') {
      for (const id of ids) if (this.#running.has(id)) this.#again.add(id);
      this.#start(ids, full, signal);
      return;
    }
    this.#listing ??= {
      signal,
      reached: this.#list.load(full, signal).finally(() => {
        this.#listing = null;
      }),
    };
    const listing = this.#listing;
    void listing.reached.then((reached) => {
      if (signal.aborted) return;
      // The one that was waited for had been cancelled before this was asked.
      if (listing.signal.aborted) this.request(ids, full);
      if (!reached) return;
      this.#start(ids ?? [...hold.calendars.values()].filter(isTicked).map(({ entry }) => entry.id), full, signal);
    });
  }

  /** Ends what is loading. What has arrived stays. */
  cancel(): void {
    this.#again.clear();
    this.#controller.abort();
    this.#controller = new AbortController();
  }

  /** Resolves when nothing is loading. */
  async idle(): Promise<void> {
    while (this.#listing !== null || this.#list.isLoadingSettings || this.#running.size > 0) {
      await Promise.allSettled([this.#listing?.reached, this.#list.idle(), ...[...this.#running.values()].map(({ ended }) => ended)]);
    }
  }

  /** Whether anything can be asked at all; says what is missing otherwise. */
  #mayAsk(): boolean {
    const { hold, grant } = this.#deps;
    const rights = this.#rights();
    if (grant() === null) return false;
    if (!rights.can.list && !rights.can.read) {
      hold.problem = shortfallOf(rights);
      this.#deps.changed();
      return false;
    }
    return true;
  }

  #rights(): CalendarRights {
    return rightsOf(this.#deps.grant()?.granted ?? []);
  }

  #start(ids: readonly string[], full: boolean, signal: AbortSignal): void {
    const { hold } = this.#deps;
    for (const id of ids) {
      const calendar = hold.calendars.get(id);
      if (calendar === undefined || !this.#rights().can.read) continue;
      const running = this.#running.get(id);
      if (running !== undefined) {
        if (running.signal.aborted) this.#again.add(id);
        continue;
      }
      if (full) calendar.syncToken = null;
      const before = calendar.state;
      calendar.state = 'waiting';
      const ended = this.#slots
        .run(() => this.#load(calendar, signal))
        .catch((error: unknown) => {
          calendar.state = before;
          this.#deps.reportError(error);
        })
        .finally(() => {
          this.#running.delete(id);
          if (this.#again.delete(id) && !hold.closed) this.#start([id], false, this.#controller.signal);
          this.#deps.changed();
        });
      this.#running.set(id, { ended, signal });
    }
    this.#deps.changed();
  }

  async #load(calendar: CalendarHold, signal: AbortSignal): Promise<void> {
    const { hold, clock } = this.#deps;
    if (signal.aborted || hold.closed) {
      calendar.state = calendar.syncedAt === null ? 'never' : 'ready';
      return;
    }
    calendar.state = 'loading';
    calendar.arrived = 0;
    calendar.problem = null;
    calendar.touched.clear();
    this.#deps.changed();
    const store = await this.#deps.store(calendar);
    const { losses } = store;
    const startedAt = clock.now();
    const end = await syncEvents(this.#deps, {
      authorizationId: hold.id,
      calendarId: calendar.entry.id,
      timeZone: calendar.entry.timeZone,
      // Read late: opening the store may have found that a part of it is lost.
      syncToken: calendar.syncToken,
      store,
      touched: calendar.touched,
      onArrived: (count, page) => {
        this.#arrived(calendar, count, page, store);
      },
      signal,
    });
    if (hold.closed) return;
    calendar.arrived = 0;
    calendar.events = store.entries.size;
    // Events before the token that stands for them: a kill in between must not lose a change.
    const lasting = await this.#deps.flush(store);
    // A part was lost meanwhile: then what is held is not whole, whatever Google said.
    const whole = end.kind === 'done' && store.losses === losses;
    if (end.kind === 'done') {
      calendar.tokenLasts = lasting;
      calendar.syncToken = whole ? end.syncToken : null;
      calendar.syncedAt = whole ? startedAt : null;
      hold.offline = false;
    } else {
      this.#failed(calendar, end);
    }
    this.#deps.changed();
    await this.#deps.save();
    if (end.kind === 'done') calendar.endedAt = clock.now();
    // Last: who sees it at rest may ask for the next sync.
    calendar.state = end.kind === 'failed' ? 'failed' : calendar.syncedAt === null ? 'never' : 'ready';
  }

  #failed(calendar: CalendarHold, end: SyncFailure): void {
    if (end.kind === 'cancelled') return;
    // A token that Google refused must not be sent again.
    if (end.status === 410) calendar.syncToken = null;
    calendar.problem = end.explanation;
    this.#deps.hold.offline = end.offline;
  }

  #arrived(calendar: CalendarHold, count: number, page: JsonObject, store: EventStore): void {
    calendar.arrived += count;
    calendar.events = store.entries.size;
    this.#deps.hold.offline = false;
    const { entry } = calendar;
    // Without the list, the events are who tells what kind of calendar this is.
    if (entry.id === 'primary' && entry.role === 'unknown') {
      calendar.entry = { ...entry, role: roleOf(page['accessRole']), timeZone: knownZone(textOf(page['timeZone'])) };
    }
    this.#deps.changed();
  }
}
