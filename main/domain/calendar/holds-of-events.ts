import { textOf, type JsonObject } from '../shared/guards.ts';
import type { AccountHold, CalendarHold } from './account-hold.ts';
import type { AccountHolds, HoldsDeps } from './account-holds.ts';
import { factsOf } from './calendar-state.ts';
import type { CalendarFacts } from './event-row.ts';
import type { EventStore } from './event-store.ts';
import type { HeldEvent, HeldEvents, HeldSearch, ReadAnswer } from './held-events.ts';
import { applyChanges } from './sync-changes.ts';

/** What is held, for whoever reads or writes single events. */
export class HoldsOfEvents implements HeldEvents {
  readonly #holds: AccountHolds;
  readonly #grant: HoldsDeps['grant'];

  constructor(holds: AccountHolds, grant: HoldsDeps['grant']) {
    this.#holds = holds;
    this.#grant = grant;
  }

  async get(authorizationId: string, calendarId: string, eventId: string): Promise<JsonObject | null> {
    const { hold } = await this.#holds.get(authorizationId);
    return (await this.#store(hold, calendarId))?.get(eventId) ?? null;
  }

  async put(authorizationId: string, calendarId: string, raw: JsonObject, read?: ReadAnswer): Promise<void> {
    const { hold } = await this.#holds.get(authorizationId);
    const calendar = hold.calendars.get(calendarId);
    if (calendar === undefined) return;
    const recurrence: unknown = raw['recurrence'];
    if (Array.isArray(recurrence) && recurrence.length > 0) {
      // A series as a whole: views show its instances, which only Google works out.
      this.changed(authorizationId, calendarId);
      return;
    }
    const store = await this.#holds.store(hold, calendar);
    const id = textOf(raw['id']);
    if (id === null) return;
    if (read === undefined) calendar.touched.add(id);
    else if (isLate(calendar, await store.get(id), raw, read)) return;
    await applyChanges(store, [raw], calendar.entry.timeZone);
    this.#told(hold, calendar, store);
  }

  async remove(authorizationId: string, calendarId: string, eventId: string): Promise<void> {
    const { hold } = await this.#holds.get(authorizationId);
    const calendar = hold.calendars.get(calendarId);
    const store = await this.#store(hold, calendarId);
    if (calendar === undefined || store === null || !store.remove(eventId)) return;
    this.#told(hold, calendar, store);
  }

  async search(
    authorizationId: string,
    calendarIds: readonly string[],
    test: (raw: JsonObject) => boolean,
    limit: number,
    signal: AbortSignal,
  ): Promise<HeldSearch> {
    const { hold } = await this.#holds.get(authorizationId);
    const found: HeldEvent[] = [];
    for (const calendarId of new Set(calendarIds)) {
      const store = await this.#store(hold, calendarId);
      await store?.each((raw) => {
        if (!signal.aborted && test(raw)) found.push({ calendarId, raw });
        return !signal.aborted && found.length <= limit;
      });
    }
    return { found: found.slice(0, limit), truncated: found.length > limit };
  }

  async calendars(authorizationId: string): Promise<readonly CalendarFacts[]> {
    const { hold } = await this.#holds.get(authorizationId);
    const email = this.#grant(authorizationId)?.email ?? null;
    return [...hold.calendars.values()].map((calendar) => factsOf(calendar, email));
  }

  changed(authorizationId: string, calendarId: string): void {
    this.#holds.get(authorizationId).then(
      ({ sync }) => {
        sync.request([calendarId], false);
      },
      // Forgotten or locked meanwhile: there is nothing to bring up to date.
      () => undefined,
    );
  }

  async #store(hold: AccountHold, calendarId: string): Promise<EventStore | null> {
    const calendar = hold.calendars.get(calendarId);
    return calendar === undefined ? null : this.#holds.store(hold, calendar);
  }

  #told(hold: AccountHold, calendar: CalendarHold, store: EventStore): void {
    calendar.events = store.entries.size;
    this.#holds.changed(hold);
    this.#holds.saveSoon(hold);
  }
}

/** Whether an answer to a read is behind what is held by now. */
function isLate(calendar: CalendarHold, held: JsonObject | null, raw: JsonObject, { askedAt }: ReadAnswer): boolean {
  // What cannot be read compares as neither.
  if (held !== null) return updatedAt(raw) < updatedAt(held);
  if (calendar.syncedAt === null) return false;
  // A sync that is busy may have taken it out already, and Google tells of that only once.
  return calendar.state === 'loading' || (calendar.endedAt !== null && calendar.endedAt >= askedAt);
}

function updatedAt(raw: JsonObject): number {
  return Date.parse(textOf(raw['updated']) ?? '');
}
