import type { ProfileRecords } from './profile-records.ts';
import type { Records, RecordType, VaultRecord } from './records.ts';

/** Records of a profile that may be locked and unlocked meanwhile: each call asks for the open ones, which rejects while locked. */
export class GuardedRecords implements Records {
  readonly #open: () => Promise<ProfileRecords>;

  constructor(open: () => Promise<ProfileRecords>) {
    this.#open = open;
  }
  async list(type: RecordType): Promise<readonly VaultRecord[]> {
    return (await this.#open()).list(type);
  }
  async get(type: RecordType, id: string): Promise<VaultRecord | null> {
    return (await this.#open()).get(type, id);
  }
  async put(type: RecordType, id: string, value: unknown): Promise<void> {
    return (await this.#open()).put(type, id, value);
  }
  async remove(type: RecordType, id: string): Promise<void> {
    return (await this.#open()).remove(type, id);
  }
}
