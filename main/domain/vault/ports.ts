import type { Bytes } from '../shared/bytes.ts';
import type { CacheFiles } from './cache.ts';

/** `google`: the real thing. `practice`: the built-in sandbox. `custom`: another loopback origin. Never mixed. */
export type Profile = 'google' | 'practice' | 'custom';
export const PROFILES: readonly Profile[] = ['google', 'practice', 'custom'];

export interface KeyBoxDescription {
  /** `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** The platform's own name of the store: `gnome_libsecret`, `keychain`, `dpapi`, `basic_text`, … */
  readonly backend: string;
  /** For people. */
  readonly label: string;
  /** It answers now, and what it wraps is really protected. False for `basic_text` and for a keyring that does not answer. */
  readonly protects: boolean;
}

/** The operating system's keychain. Its ciphertext carries no integrity: whoever unwraps checks the key itself. */
export interface KeyBox {
  describe(): Promise<KeyBoxDescription>;
  /**
   * @returns `prefix`: the first three bytes of the blob as text (`v10`, `v11`), which on Linux tell protection from none
   * Rejects with a FaultError `keychain-unavailable` when it does not answer or does not protect.
   */
  wrap(secret: Bytes): Promise<{ readonly blob: Bytes; readonly prefix: string }>;
  /**
   * @returns `rewrap`: the system asks for a new wrap, its key changed
   * Rejects with a FaultError `keychain-unavailable` (later may work) or `keychain-other-key` (it answered, but cannot open this).
   */
  unwrap(wrapped: { readonly blob: Bytes; readonly prefix: string }): Promise<{ readonly secret: Bytes; readonly rewrap: boolean }>;
}

/** scrypt's cost (RFC 7914 §2): N iterations, block size r, parallelization p. */
export interface KdfCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** Makes 32 bytes out of a passphrase, slowly, off the main thread. */
export interface PassphraseKdf {
  /** Used for new wraps; an old wrap keeps the cost it was made with. */
  readonly cost: KdfCost;
  derive(passphrase: string, salt: Bytes, cost: KdfCost): Promise<Bytes>;
}

export type FileContent =
  | { readonly kind: 'absent' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** One small JSON file that is written whole, checked after each write, with its previous content kept beside it. */
export interface StoredFile {
  read(): Promise<FileContent>;
  readBackup(): Promise<FileContent>;
  /**
   * Resolves when the content is on disk and was read back. Rejects with a FaultError `vault-disk-full` or
   * `vault-write-failed`, the previous content in place again.
   */
  write(value: object): Promise<void>;
  /** Makes the backup equal to the content, for a file whose previous content must not stay readable. */
  refreshBackup(): Promise<void>;
  /** Puts back what was there before the last write (nothing, if nothing was). Needs no free space. */
  revert(): Promise<void>;
  /** Copies the content to `<name>.corrupt-<UTC>` unless the same copy exists already. */
  setAside(): Promise<void>;
  /** Removes content and backup, and with `copies` what was set aside. */
  remove(options: { readonly copies: boolean }): Promise<void>;
}

/** The sealed records of one profile: a folder of files, and the list of what must be in it. */
export interface RecordStore {
  readonly manifest: StoredFile;
  /** Names of all files that are there, by content or by backup. */
  names(): Promise<readonly string[]>;
  file(name: string): StoredFile;
}

export interface VaultStorage {
  readonly header: StoredFile;
  records(profile: Profile): RecordStore;
  cache(profile: Profile): CacheFiles;
  /** True when any profile holds sealed records: then a missing header is a loss, not a first start. */
  holdsRecords(): Promise<boolean>;
  /** Removes a vault whose creation failed half-way. */
  discard(): Promise<void>;
}
