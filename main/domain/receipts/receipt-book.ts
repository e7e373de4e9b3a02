import type { ConsentAttempt } from '../oauth/consent-attempt.ts';
import type { Clock } from '../shared/ports.ts';
import type { Records } from '../vault/records.ts';
import type { Receipt } from './receipt.ts';

export interface ReceiptBookDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly reportError: (error: unknown) => void;
}

/** The receipts of all consents of the open profile. */
export class ReceiptBook {
  readonly #deps: ReceiptBookDeps;

  constructor(deps: ReceiptBookDeps) {
    this.#deps = deps;
  }

  /** Newest first; rejects with the vault's FaultError. */
  async list(): Promise<readonly Receipt[]> {
    void this.#deps;
    return [];
  }

  /** Keeps what a settled attempt came to. Never rejects: a consent is not lost because its receipt cannot be written. */
  async keep(attempt: ConsentAttempt): Promise<void> {
    void attempt;
  }
}
