import type { Authorization } from '../grants/authorization.ts';
import type { ConsentAttempt } from '../oauth/consent-attempt.ts';
import { fail, ok, settled, type Outcome } from '../shared/fault.ts';
import type { ActivitySink, Clock } from '../shared/ports.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { Records } from '../vault/records.ts';
import { readReceipt } from './read-receipt.ts';
import { receiptOf, type Receipt } from './receipt.ts';

/** Receipts kept; the oldest give way. */
export const MOST_RECEIPTS = 500;

export interface ReceiptBookDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly activity: ActivitySink;
  /** Whose authorization it is. */
  readonly grant: (authorizationId: string) => Pick<Authorization, 'sub' | 'email'> | null;
  readonly reportError: (error: unknown) => void;
}

/** The receipts of all consents of the open profile. They stay when their authorization is forgotten: they tell what once was. */
export class ReceiptBook {
  readonly #deps: ReceiptBookDeps;
  /** One after another, so that a list asked for right after a consent has its receipt. */
  readonly #turns = new SerialQueue();

  constructor(deps: ReceiptBookDeps) {
    this.#deps = deps;
  }

  /** Newest first; rejects with the vault's FaultError. A record that holds no receipt is left alone. */
  list(): Promise<readonly Receipt[]> {
    return this.#turns.run(() => this.#list());
  }

  /** Fault: `receipt-missing`, and the vault's. */
  get(id: string): Promise<Outcome<Receipt>> {
    return settled(this.#turns.run(() => this.#get(id)));
  }

  /** Keeps what a settled attempt came to. Never rejects: a consent is not lost because its receipt cannot be written. */
  async keep(attempt: ConsentAttempt): Promise<void> {
    const { clock, grant, records, reportError } = this.#deps;
    try {
      const to = attempt.outcome?.kind === 'granted' ? grant(attempt.outcome.authorizationId) : null;
      const receipt = receiptOf(attempt, to, clock.now());
      if (receipt === null) return;
      await this.#turns.run(async () => {
        const { id, ...value } = receipt;
        await records.put('receipt', id, value);
        for (const old of (await this.#list()).slice(MOST_RECEIPTS)) await records.remove('receipt', old.id);
      });
    } catch (error) {
      reportError(error);
    }
  }

  /** Resolves when nothing is being written: the vault may be locked then. */
  settle(): Promise<void> {
    return this.#turns.run(() => Promise.resolve());
  }

  /** Removing twice is no fault. */
  remove(id: string): Promise<Outcome<null>> {
    return settled(
      this.#turns.run(async () => {
        const found = await this.#get(id);
        if (!found.ok) return ok(null);
        await this.#deps.records.remove('receipt', id);
        this.#deps.activity.record({ account: found.value.account?.email ?? null, what: 'remove receipt', outcome: 'ok', detail: null });
        return ok(null);
      }),
    );
  }

  async #list(): Promise<readonly Receipt[]> {
    const records = await this.#deps.records.list('receipt');
    return records
      .map(readReceipt)
      .filter((receipt) => receipt !== null)
      .sort((a, b) => b.endedAt - a.endedAt || a.id.localeCompare(b.id, 'en'));
  }

  async #get(id: string): Promise<Outcome<Receipt>> {
    const record = await this.#deps.records.get('receipt', id);
    const receipt = record === null ? null : readReceipt(record);
    return receipt === null ? fail('receipt-missing', 'This receipt is no longer there.', 'Load the list again.') : ok(receipt);
  }
}
