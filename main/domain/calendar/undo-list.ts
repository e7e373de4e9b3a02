import type { JsonObject } from '../shared/guards.ts';
import type { SendUpdates } from './write-types.ts';

/** What takes a write back. */
export type UndoEntry = {
  readonly authorizationId: string;
  readonly calendarId: string;
  readonly eventId: string;
  /** As with the write itself: who was told of it is told that it is taken back. */
  readonly sendUpdates: SendUpdates;
} & (
  | { readonly kind: 'delete'; readonly after: JsonObject }
  | { readonly kind: 'patch' | 'respond'; readonly before: JsonObject; readonly after: JsonObject }
  | { readonly kind: 'restore'; readonly before: JsonObject }
);

const MOST = 50;

/** Writes that can be taken back, the newest 50. In memory only: gone with the lock and with the app. */
export class UndoList {
  readonly #entries = new Map<string, UndoEntry>();

  add(id: string, entry: UndoEntry): void {
    this.#entries.set(id, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MOST && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** Of this account only. */
  get(authorizationId: string, id: string): UndoEntry | null {
    const entry = this.#entries.get(id);
    return entry?.authorizationId === authorizationId ? entry : null;
  }

  remove(id: string): void {
    this.#entries.delete(id);
  }

  forget(authorizationId: string): void {
    for (const [id, entry] of [...this.#entries]) if (entry.authorizationId === authorizationId) this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
  }
}
