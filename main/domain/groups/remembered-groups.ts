import { SerialQueue } from '../shared/serial-queue.ts';
import { isObject } from '../shared/guards.ts';
import type { Records } from '../vault/records.ts';

/** Addresses of one account; older ones fall out. */
export const MAX_REMEMBERED = 50;

/** Addresses of groups that were loaded before, one record an account. Methods reject with the vault's FaultError. */
export class RememberedGroups {
  readonly #records: Records;
  readonly #turns = new SerialQueue();

  constructor(records: Records) {
    this.#records = records;
  }

  /** Last used first. */
  async list(authorizationId: string): Promise<readonly string[]> {
    const record = await this.#records.get('group-addresses', authorizationId);
    const emails = isObject(record?.value) ? record.value['emails'] : null;
    return Array.isArray(emails) ? emails.filter((email): email is string => typeof email === 'string') : [];
  }

  /** Puts an address in front; writes nothing when it is there already. */
  add(authorizationId: string, email: string): Promise<void> {
    return this.#turns.run(async () => {
      const before = await this.list(authorizationId);
      if (before[0] === email) return;
      await this.#put(authorizationId, [email, ...before.filter((one) => !same(one, email))].slice(0, MAX_REMEMBERED));
    });
  }

  forget(authorizationId: string, email: string): Promise<void> {
    return this.#turns.run(async () => {
      const before = await this.list(authorizationId);
      const after = before.filter((one) => !same(one, email));
      if (after.length < before.length) await this.#put(authorizationId, after);
    });
  }

  removeAll(authorizationId: string): Promise<void> {
    return this.#turns.run(() => this.#records.remove('group-addresses', authorizationId));
  }

  #put(authorizationId: string, emails: readonly string[]): Promise<void> {
    return this.#records.put('group-addresses', authorizationId, { emails });
  }
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
