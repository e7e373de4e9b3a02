import { fault, FaultError } from '../shared/fault.ts';
import type { Records, RecordType, VaultRecord } from '../vault/records.ts';

/** A vault in memory. Values go through JSON, as on disk. */
export class MemoryRecords implements Records {
  readonly #texts = new Map<string, string>();
  /** What happened, oldest first: `put authorization/…`. */
  readonly log: string[] = [];
  /** When true, every write fails as a full disk does. */
  full = false;
  /** A write waits for this promise. */
  gate: Promise<void> = Promise.resolve();

  async list(type: RecordType): Promise<readonly VaultRecord[]> {
    const prefix = `${type}/`;
    return [...this.#texts]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]) => ({ id: key.slice(prefix.length), type, value: JSON.parse(text) as unknown, updatedAt: 0 }));
  }

  async get(type: RecordType, id: string): Promise<VaultRecord | null> {
    return (await this.list(type)).find((record) => record.id === id) ?? null;
  }

  async put(type: RecordType, id: string, value: unknown): Promise<void> {
    await this.#write(`put ${type}/${id}`);
    this.#texts.set(`${type}/${id}`, JSON.stringify(value));
  }

  async remove(type: RecordType, id: string): Promise<void> {
    await this.#write(`remove ${type}/${id}`);
    this.#texts.delete(`${type}/${id}`);
  }

  async #write(what: string): Promise<void> {
    await this.gate;
    if (this.full) throw new FaultError(fault('vault-disk-full', 'The disk is full, so nothing was saved.', 'Free some space and try again.'));
    this.log.push(what);
  }
}
