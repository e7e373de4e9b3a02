import { dropAccount } from './account-key.ts';

const MOST = 200;

/**
 * Versions that came of the user's own writes. A second change that set out from the version before the first one (two quick drags) is no
 * conflict with anybody.
 */
export class OwnVersions {
  /** Version written over → the one that came of it. */
  readonly #next = new Map<string, string>();

  /** @param key from `accountKey`, of the event or series that was written */
  note(key: string, before: string | null, after: string | null): void {
    if (before === null || after === null || before === after) return;
    this.#next.set(key + before, after);
    const [oldest] = this.#next.keys();
    if (this.#next.size > MOST && oldest !== undefined) this.#next.delete(oldest);
  }

  /**
   * The newest version that only own writes lie between.
   * @param keys of an instance and its series: until an instance is changed by itself, it has the version of its series
   */
  latest(keys: readonly string[], etag: string | null): string | null {
    let latest = etag;
    const passed = new Set<string>();
    while (latest !== null && !passed.has(latest)) {
      passed.add(latest);
      const from: string = latest;
      latest = keys.map((key) => this.#next.get(key + from)).find((next) => next !== undefined) ?? latest;
    }
    return latest;
  }

  forget(authorizationId: string): void {
    dropAccount(this.#next, authorizationId);
  }

  clear(): void {
    this.#next.clear();
  }
}
