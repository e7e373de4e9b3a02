import type { JsonObject } from '../shared/guards.ts';
import type { CalendarFacts } from './event-row.ts';

export { rowOf, type CalendarFacts, type EventRow } from './event-row.ts';

/** An event as Google gave it, and the calendar it is in. */
export interface HeldEvent {
  readonly calendarId: string;
  readonly raw: JsonObject;
}

export interface HeldSearch {
  /** In no particular order. */
  readonly found: readonly HeldEvent[];
  /** There were more than the limit. */
  readonly truncated: boolean;
}

/** A read's answer: what changed since it was asked for is newer. */
export interface ReadAnswer {
  /** When the request began, in milliseconds. */
  readonly askedAt: number;
}

/**
 * What is held here of the events of all accounts. Only a cache: a read may find nothing where Google has something.
 * Methods reject with a FaultError `vault-locked` while there is no key, and for nothing else.
 */
export interface HeldEvents {
  /** The event as Google last gave it; null when it is not held. */
  get(authorizationId: string, calendarId: string, eventId: string): Promise<JsonObject | null>;
  /**
   * Takes over what Google answered; the window is told. A calendar that is not in the account's list is not taken.
   * @param read set for the answer to a read: what is older than what is held, or was taken out by a sync meanwhile, is not taken.
   * A write's own answer always is.
   */
  put(authorizationId: string, calendarId: string, raw: JsonObject, read?: ReadAnswer): Promise<void>;
  /** The event is gone; the window is told. */
  remove(authorizationId: string, calendarId: string, eventId: string): Promise<void>;
  /** Events that pass `test`, of the calendars named. An abort ends it with what was found until then. */
  search(
    authorizationId: string,
    calendarIds: readonly string[],
    test: (raw: JsonObject) => boolean,
    limit: number,
    signal: AbortSignal,
  ): Promise<HeldSearch>;
  /** Primary first, then by title; empty before the list was read. */
  calendars(authorizationId: string): Promise<readonly CalendarFacts[]>;
  /** Something changed at Google that is not told by `put` and `remove` (a series): brings the calendar up to date. */
  changed(authorizationId: string, calendarId: string): void;
}
