import { FaultError, ok, settled, type Outcome } from '../shared/fault.ts';
import type { ActivitySink, Clock } from '../shared/ports.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { Records } from '../vault/records.ts';
import { approvalId, readApproval, type Approval } from './approval.ts';

export interface ApprovalBookDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly activity: ActivitySink;
  readonly onChange: () => void;
  readonly reportError: (error: unknown) => void;
}

/** The approvals of the open profile, sealed like everything else in the vault: nothing outside it can add one. */
export class ApprovalBook {
  readonly #deps: ApprovalBookDeps;
  readonly #turns = new SerialQueue();

  constructor(deps: ApprovalBookDeps) {
    this.#deps = deps;
  }

  /** Last used first, then newest. Rejects with the vault's FaultError. */
  list(): Promise<readonly Approval[]> {
    return this.#turns.run(() => this.#list());
  }

  async find(programKey: string, authorizationId: string | null): Promise<Approval | null> {
    const id = await approvalId(programKey, authorizationId);
    return await this.#turns.run(() => this.#get(id));
  }

  async keep(of: Pick<Approval, 'program' | 'authorizationId' | 'email' | 'tokens' | 'ceiling'>): Promise<Approval> {
    const id = await approvalId(of.program.key, of.authorizationId);
    const approval: Approval = { id, ...of, approvedAt: this.#deps.clock.now(), lastUsedAt: null, uses: 0 };
    await this.#turns.run(() => this.#put(approval));
    this.#deps.onChange();
    return approval;
  }

  /** Counts a use. Never rejects: what was allowed is not refused because the count cannot be written. */
  async used(id: string): Promise<void> {
    try {
      await this.#turns.run(async () => {
        const approval = await this.#get(id);
        if (approval !== null) await this.#put({ ...approval, lastUsedAt: this.#deps.clock.now(), uses: approval.uses + 1 });
      });
      this.#deps.onChange();
    } catch (error) {
      if (!(error instanceof FaultError && error.fault.code === 'vault-locked')) this.#deps.reportError(error);
    }
  }

  /** Removing twice is no fault. */
  async remove(id: string): Promise<Outcome<null>> {
    const removed = await settled(
      this.#turns.run(async () => {
        const approval = await this.#get(id);
        if (approval === null) return ok(null);
        await this.#deps.records.remove('script-approval', id);
        this.#deps.activity.record({ account: approval.email, what: 'script approval removed', outcome: 'ok', detail: approval.program.name });
        return ok(null);
      }),
    );
    this.#deps.onChange();
    return removed;
  }

  /** An authorization is being forgotten: what programs might do with it goes. */
  async forgetAccount(authorizationId: string): Promise<void> {
    await this.#turns.run(async () => {
      for (const one of await this.#list()) if (one.authorizationId === authorizationId) await this.#deps.records.remove('script-approval', one.id);
    });
    this.#deps.onChange();
  }

  async #list(): Promise<readonly Approval[]> {
    const records = await this.#deps.records.list('script-approval');
    const when = (one: Approval): number => one.lastUsedAt ?? one.approvedAt;
    return records
      .map(readApproval)
      .filter((one) => one !== null)
      .sort((a, b) => when(b) - when(a) || a.id.localeCompare(b.id, 'en'));
  }

  async #get(id: string): Promise<Approval | null> {
    const record = await this.#deps.records.get('script-approval', id);
    return record === null ? null : readApproval(record);
  }

  async #put({ id, ...value }: Approval): Promise<void> {
    await this.#deps.records.put('script-approval', id, value);
  }
}
