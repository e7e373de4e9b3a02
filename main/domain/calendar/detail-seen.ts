import type { JsonObject } from '../shared/guards.ts';
import { textOf } from '../shared/guards.ts';
import { accountKey, dropAccount } from './account-key.ts';
import { slimEvent } from './slim-event.ts';

/** Versions kept; the oldest fall out. */
const MOST = 300;

/**
 * Versions of events that were shown, and series, which are held nowhere else. What the user saw is what a conflict is measured against,
 * and the store may have moved on meanwhile. In memory only, gone with the profile.
 */
export class SeenEvents {
  readonly #versions = new Map<string, JsonObject>();

  note(authorizationId: string, calendarId: string, whole: JsonObject): void {
    const id = textOf(whole['id']);
    if (id === null) return;
    // As it is held elsewhere: three hundred events of ten megabytes would fill the memory.
    const raw = slimEvent(whole);
    this.#keep(accountKey(authorizationId, calendarId, id, textOf(raw['etag'])), raw);
    this.#keep(accountKey(authorizationId, calendarId, id, null), raw);
  }

  /** @param etag of the version wanted; null for the one seen last */
  get(authorizationId: string, calendarId: string, eventId: string, etag: string | null): JsonObject | null {
    return this.#versions.get(accountKey(authorizationId, calendarId, eventId, etag)) ?? null;
  }

  forget(authorizationId: string): void {
    dropAccount(this.#versions, authorizationId);
  }

  clear(): void {
    this.#versions.clear();
  }

  #keep(key: string, raw: JsonObject): void {
    this.#versions.delete(key);
    this.#versions.set(key, raw);
    for (const oldest of this.#versions.keys()) {
      if (this.#versions.size <= MOST) break;
      this.#versions.delete(oldest);
    }
  }
}
