import { FaultError } from '../shared/fault.ts';
import type { GrantDeps } from './grant-deps.ts';

/** Milliseconds between two writes of `lastUsedAt`: a write for each API call would wear the disk and slow the call. */
const WRITE_EVERY = 5 * 60_000;

/** When each authorization was last used. A call that was answered also ends being offline. */
export class UseNotes {
  readonly #deps: GrantDeps;
  readonly #written = new Map<string, number>();

  constructor(deps: GrantDeps) {
    this.#deps = deps;
  }

  async note(id: string): Promise<void> {
    const { store, clock, activity } = this.#deps;
    const now = clock.now();
    if (now - (this.#written.get(id) ?? -Infinity) < WRITE_EVERY) {
      await store.touch(id, (current) => ({ ...current, lastUsedAt: now, offlineSince: null }));
      return;
    }
    this.#written.set(id, now);
    try {
      await store.update(id, (current) => ({ ...current, lastUsedAt: now, offlineSince: null }));
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      // The call itself went well; only its date is not on disk.
      activity.record({ account: store.get(id)?.email ?? null, what: 'note use', outcome: 'failed', detail: error.fault.message });
    }
  }
}
