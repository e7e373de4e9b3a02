/** Kinds of records; a file that names another one is not ours. */
export const RECORD_TYPES = [
  'client',
  'authorization',
  'activity',
  'activity-head',
  'practice',
  'group-snapshot',
  'group-addresses',
  'receipt',
  'method-use',
  'call-history',
  'time-box',
  'reminder',
  'script-approval',
] as const;

/** What the rest of the domain sees of the vault: opened records of one profile. */
export type RecordType = (typeof RECORD_TYPES)[number];

export interface VaultRecord {
  readonly id: string;
  readonly type: RecordType;
  /** JSON value as it was put; readers validate it, since an older version may have written it. */
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}

/**
 * Every method rejects with a FaultError: `vault-locked`, `vault-disk-full`, `vault-write-failed`.
 * `put` and `remove` resolve only when the change is on disk and was read back.
 */
export interface Records {
  list(type: RecordType): Promise<readonly VaultRecord[]>;
  get(type: RecordType, id: string): Promise<VaultRecord | null>;
  put(type: RecordType, id: string, value: unknown): Promise<void>;
  remove(type: RecordType, id: string): Promise<void>;
}
