import { FaultError } from '../shared/fault.ts';
import { KeyedQueue } from '../shared/keyed-queue.ts';
import type { Records } from '../vault/records.ts';
import type { Authorization } from './authorization.ts';
import { readAuthorization } from './authorization-record.ts';
import { LOCKED } from './grant-faults.ts';

/** Makes the next version of an authorization; null leaves everything as it is. */
export type Change = (current: Authorization) => Authorization | null;

/**
 * All authorizations of the open profile in memory, and one writer queue for each. Memory changes only after the vault has the new
 * version on disk. A change to a record that is gone does nothing: late answers cannot bring it back.
 */
export class AuthorizationStore {
  readonly #records: Records;
  readonly #onChange: () => void;
  readonly #queue = new KeyedQueue();
  /** Null while the vault is locked or another profile is being opened. */
  #all: Map<string, Authorization> | null = null;

  constructor(records: Records, onChange: () => void) {
    this.#records = records;
    this.#onChange = onChange;
  }

  get open(): boolean {
    return this.#all !== null;
  }

  all(): readonly Authorization[] {
    return [...(this.#all?.values() ?? [])];
  }

  get(id: string): Authorization | null {
    return this.#all?.get(id) ?? null;
  }

  /** Reads every record. @returns the ids of those that are not authorizations; they stay where they are */
  async load(): Promise<readonly string[]> {
    const unreadable: string[] = [];
    const all = new Map<string, Authorization>();
    for (const record of await this.#records.list('authorization')) {
      const authorization = readAuthorization(record.id, record.value);
      if (authorization === null) unreadable.push(record.id);
      else all.set(record.id, authorization);
    }
    this.#all = all;
    this.#onChange();
    return unreadable;
  }

  /** Forgets everything in memory; resolves when no write is under way any more. */
  async unload(): Promise<void> {
    this.#all = null;
    this.#onChange();
    await this.#queue.idle();
  }

  /** @returns the stored new version; null when the record is gone or `change` declined. Rejects with the vault's FaultError. */
  update(id: string, change: Change): Promise<Authorization | null> {
    return this.#write(id, (current) => (current === null ? null : change(current)));
  }

  /** Like update, but the record may not exist yet. Rejects with `vault-locked` when the profile was closed meanwhile. */
  async upsert(id: string, change: (current: Authorization | null) => Authorization | null): Promise<Authorization | null> {
    const all = this.#opened();
    return this.#write(id, change, all);
  }

  /** Changes memory only: for what is not worth a write, such as being offline. */
  touch(id: string, change: Change): Promise<void> {
    const all = this.#all;
    return this.#queue.run(id, async () => {
      const current = all?.get(id);
      const next = current === undefined ? null : change(current);
      if (next !== null && all === this.#all) this.#set(next);
    });
  }

  /** @returns false when there was no such record */
  remove(id: string): Promise<boolean> {
    const all = this.#opened();
    return this.#queue.run(id, async () => {
      if (all !== this.#all || !all.has(id)) return false;
      await this.#records.remove('authorization', id);
      all.delete(id);
      this.#onChange();
      return true;
    });
  }

  #write(
    id: string,
    change: (current: Authorization | null) => Authorization | null,
    all = this.#all,
  ): Promise<Authorization | null> {
    return this.#queue.run(id, async () => {
      // Another profile may be open by now: its vault must not get this record.
      if (all === null || all !== this.#all) return null;
      const next = change(all.get(id) ?? null);
      if (next === null) return null;
      await this.#records.put('authorization', id, next);
      if (all === this.#all) this.#set(next);
      return next;
    });
  }

  #set(next: Authorization): void {
    this.#all?.set(next.id, next);
    this.#onChange();
  }

  #opened(): Map<string, Authorization> {
    if (this.#all === null) throw new FaultError(LOCKED);
    return this.#all;
  }
}
