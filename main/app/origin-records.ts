import type { Records, RecordType, VaultRecord } from '../domain/vault/records.ts';

/**
 * Records of one stand-in for Google. All stand-ins share a profile, and one of them may be a relay that hands on tokens of
 * Google itself: what one gave must never be sent to the next that somebody names in GRANTDESK_GOOGLE_ORIGIN.
 */
export class OriginRecords implements Records {
  readonly #records: Records;
  /** An origin holds no blank, so no prefix is the start of another. */
  readonly #prefix: string;

  constructor(records: Records, origin: string) {
    this.#records = records;
    this.#prefix = `${origin} `;
  }

  async list(type: RecordType): Promise<readonly VaultRecord[]> {
    const all = await this.#records.list(type);
    return all.filter(({ id }) => id.startsWith(this.#prefix)).map((record) => this.#unbound(record));
  }

  async get(type: RecordType, id: string): Promise<VaultRecord | null> {
    const record = await this.#records.get(type, this.#prefix + id);
    return record === null ? null : this.#unbound(record);
  }

  put(type: RecordType, id: string, value: unknown): Promise<void> {
    return this.#records.put(type, this.#prefix + id, value);
  }

  remove(type: RecordType, id: string): Promise<void> {
    return this.#records.remove(type, this.#prefix + id);
  }

  #unbound(record: VaultRecord): VaultRecord {
    return { ...record, id: record.id.slice(this.#prefix.length) };
  }
}
