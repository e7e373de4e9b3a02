import { textOf, type JsonObject } from '../../shared/guards.ts';
import type { CalendarFacts, HeldEvent, HeldEvents, HeldSearch } from '../held-events.ts';

/** The account's own calendar, as a test has it. */
export const berlin: CalendarFacts = {
  id: 'ada@harbor.example',
  title: 'Ada',
  role: 'owner',
  timeZone: 'Europe/Berlin',
  primary: true,
  accountEmail: 'ada@harbor.example',
};

/** What is held, in a map; remembers what it was told. */
export class MemoryHeld implements HeldEvents {
  readonly events = new Map<string, JsonObject>();
  /** Calendars that were to be read again. */
  readonly readAgain: string[] = [];
  readonly #calendars: readonly CalendarFacts[];

  constructor(...calendars: readonly CalendarFacts[]) {
    this.#calendars = calendars.length === 0 ? [berlin] : calendars;
  }

  async get(_authorizationId: string, calendarId: string, eventId: string): Promise<JsonObject | null> {
    return this.events.get(`${calendarId}/${eventId}`) ?? null;
  }

  async put(_authorizationId: string, calendarId: string, raw: JsonObject): Promise<void> {
    this.events.set(`${calendarId}/${textOf(raw['id']) ?? ''}`, raw);
  }

  async remove(_authorizationId: string, calendarId: string, eventId: string): Promise<void> {
    this.events.delete(`${calendarId}/${eventId}`);
  }

  async search(_id: string, calendarIds: readonly string[], test: (raw: JsonObject) => boolean, limit: number): Promise<HeldSearch> {
    const found = [...this.events].flatMap(([key, raw]): HeldEvent[] => {
      const calendarId = key.slice(0, key.lastIndexOf('/'));
      return calendarIds.includes(calendarId) && test(raw) ? [{ calendarId, raw }] : [];
    });
    return { found: found.slice(0, limit), truncated: found.length > limit };
  }

  async calendars(): Promise<readonly CalendarFacts[]> {
    return this.#calendars;
  }

  changed(_authorizationId: string, calendarId: string): void {
    this.readAgain.push(calendarId);
  }
}
