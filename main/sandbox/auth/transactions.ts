import { randomText } from '../state/secrets.ts';
import type { AuthorizationRequest } from './check-request.ts';

/** The page a person is on. */
export type Step = 'account' | 'warning' | 'consent';

export interface Transaction {
  readonly step: Step;
  readonly request: AuthorizationRequest;
  /** Null until an account was chosen. */
  readonly sub: string | null;
}

const lifeMs = 15 * 60 * 1000;
const countLimit = 500;

/**
 * Consents in progress. An id is unguessable, belongs to one step and works for one form post, so a foreign page can neither make nor
 * repeat a post.
 */
export class Transactions {
  readonly #open = new Map<string, { readonly transaction: Transaction; readonly expiresAt: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  open(transaction: Transaction): string {
    for (const oldest of this.#open.keys()) {
      if (this.#open.size < countLimit) break;
      this.#open.delete(oldest);
    }
    const id = randomText(24);
    this.#open.set(id, { transaction, expiresAt: this.#now() + lifeMs });
    return id;
  }

  /** For showing the page; it may be loaded again. */
  look(id: string | null, step: Step): Transaction | undefined {
    const found = id === null ? undefined : this.#open.get(id);
    return found !== undefined && found.transaction.step === step && found.expiresAt > this.#now() ? found.transaction : undefined;
  }

  /** For answering the page; it works once. */
  take(id: string | null, step: Step): Transaction | undefined {
    const found = this.look(id, step);
    if (found !== undefined && id !== null) this.#open.delete(id);
    return found;
  }

  clear(): void {
    this.#open.clear();
  }
}
