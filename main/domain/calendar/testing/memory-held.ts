import { textOf, type JsonObject } from '../../shared/guards.ts';
import type { CalendarFacts, HeldEvent, HeldEvents, HeldSearch, ReadAnswer } from '../held-events.ts';

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
  /** When each read that was taken over had been asked for, by event id. */
  readonly asked = new Map<string, number>();
  /** Calendars that were to be read again. */
  readonly readAgain: string[] = [];
  readonly #calendars: readonly CalendarFacts[];

  constructor(...calendars: readonly CalendarFacts[]) {
    this.#calendars = calendars.length === 0 ? [berlin] : calendars;
  }

  async get(_authorizationId: string, calendarId: string, eventId: string): Promise<JsonObject | null> {
    return this.events.get(`${calendarId}/${eventId}`) ?? null;
  }

  async put(_authorizationId: string, calendarId: string, raw: JsonObject, read?: ReadAnswer): Promise<void> {
    const id = textOf(raw['id']) ?? '';
    this.events.set(`${calendarId}/${id}`, raw);
    if (read !== undefined) this.asked.set(id, read.askedAt);
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
