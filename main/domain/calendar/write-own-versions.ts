import { dropAccount } from './account-key.ts';

const MOST = 200;

/**
 * Versions that came of the user's own writes. A second change that set out from the version before the first one (two quick drags) is no
 * conflict with anybody.
 */
export class OwnVersions {
  /** Version written over → the one that came of it. */
  readonly #next = new Map<string, string>();

  /** @param key of the event, or of its series, from `accountKey` */
  note(key: string, before: string | null, after: string | null): void {
    if (before === null || after === null || before === after) return;
    this.#next.set(key + before, after);
    const [oldest] = this.#next.keys();
    if (this.#next.size > MOST && oldest !== undefined) this.#next.delete(oldest);
  }

  /** The newest version that only own writes lie between. */
  latest(key: string, etag: string | null): string | null {
    let latest = etag;
    const passed = new Set<string>();
    while (latest !== null && !passed.has(latest)) {
      passed.add(latest);
      latest = this.#next.get(key + latest) ?? latest;
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
