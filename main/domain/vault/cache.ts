/**
 * What can be fetched again, sealed like the records: calendar data. Files may go or be damaged at any time; whoever reads must do
 * without. Methods reject with a FaultError: `vault-locked`, and the writing ones `vault-disk-full` or `vault-write-failed`.
 */
export interface Cache {
  /** The JSON value as it was put; null when there is none, or none that can be opened. Readers validate it. */
  get(owner: string, name: string): Promise<unknown>;
  /** @param owner id of the authorization the data came with */
  put(owner: string, name: string, value: unknown): Promise<void>;
  remove(owner: string, name: string): Promise<void>;
  /** Everything of one authorization, also what no list names. */
  removeOwner(owner: string): Promise<void>;
  /** Everything of everybody else. */
  keepOwners(owners: readonly string[]): Promise<void>;
}

/** A folder of small files for one profile. Names are hexadecimal digits and dashes. */
export interface CacheFiles {
  names(): Promise<readonly string[]>;
  /** Null when there is none or it cannot be read. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Replaces it in one step. Rejects with a FaultError `vault-disk-full` or `vault-write-failed`. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Rejects with a FaultError `vault-write-failed`. */
  remove(name: string): Promise<void>;
}
