import type { SafeStorage } from 'electron';
import { FaultError, fault } from '../domain/shared/fault.ts';
import type { Bytes } from '../domain/shared/bytes.ts';
import { fromBase64, toBase64 } from '../domain/shared/bytes.ts';
import type { KeyBox, KeyBoxDescription } from '../domain/vault/ports.ts';
import { keychainLabel } from './keychain-label.ts';

/** The asynchronous calls exist from Electron 42, the synchronous ones until 45. */
export type AnySafeStorage = Partial<
  Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >
>;

export interface KeyBoxOptions {
  readonly safeStorage: AnySafeStorage;
  /** `process.platform`. */
  readonly platform: string;
  /** A keychain that asks its owner something may take this long, in milliseconds. */
  readonly patience?: number;
}

/** On Linux what begins so is sealed with a constant key: anybody can open it. */
const CONSTANT_KEY = 'v10';
/** The desktop portal's key: only the asynchronous calls can open it. */
const PORTAL_KEY = 'v12';
/** What safeStorage sealed begins so, on every platform; older Chromium took anything else for plain text. */
const SEALED = /^v\d\d$/;

/**
 * Electron's safeStorage as a key box. It keeps text, so the key travels as base64. It has no integrity of its own, and
 * on Linux it may answer without protecting anything: there the ciphertext's prefix decides, not what it says of itself.
 */
export class SafeStorageKeyBox implements KeyBox {
  readonly #storage: AnySafeStorage;
  readonly #platform: string;
  readonly #patience: number;

  constructor({ safeStorage, platform, patience = 120_000 }: KeyBoxOptions) {
    this.#storage = safeStorage;
    this.#platform = platform;
    this.#patience = patience;
  }

  async describe(): Promise<KeyBoxDescription> {
    const prefix = await this.#probe();
    const backend = this.#backend(prefix);
    return { platform: this.#platform, backend, label: keychainLabel(backend), protects: prefix !== null && this.#protects(prefix) };
  }

  async wrap(secret: Bytes): Promise<{ readonly blob: Bytes; readonly prefix: string }> {
    let blob: Bytes;
    try {
      blob = await this.#encrypt(toBase64(secret));
    } catch (cause) {
      throw unavailable(cause);
    }
    const prefix = prefixOf(blob);
    if (!this.#protects(prefix)) throw unavailable(null);
    return { blob, prefix };
  }

  async unwrap({ blob, prefix }: { readonly blob: Bytes; readonly prefix: string }): Promise<{ readonly secret: Bytes; readonly rewrap: boolean }> {
    const { decryptStringAsync } = this.#storage;
    // The blob itself, not what is said of it: whoever can write the vault's file could put a key of his own there, which the
    // keychain would open without ever having sealed it.
    if (!this.#sealedByKeychain(prefixOf(blob))) throw otherKey(null);
    if (this.#platform === 'linux' && prefix === PORTAL_KEY && decryptStringAsync === undefined) throw unavailable(null);
    let opened: { readonly text: string; readonly rewrap: boolean };
    try {
      opened = await this.#decrypt(blob);
    } catch (cause) {
      throw this.#answers(cause) ? otherKey(cause) : unavailable(cause);
    }
    const secret = fromBase64(opened.text);
    if (secret === null) throw otherKey(null);
    return { secret, rewrap: opened.rewrap };
  }

  /** The prefix of something just encrypted; null when the keychain does not answer. */
  async #probe(): Promise<string | null> {
    try {
      return prefixOf(await this.#encrypt('probe'));
    } catch {
      // Saying so is the purpose of this call: the caller sees `protects: false`.
      return null;
    }
  }

  async #encrypt(text: string): Promise<Bytes> {
    const { encryptStringAsync, encryptString } = this.#storage;
    if (encryptStringAsync !== undefined) return copied(await this.#inTime(encryptStringAsync.call(this.#storage, text)));
    if (encryptString === undefined || this.#storage.isEncryptionAvailable?.() !== true) throw unavailable(null);
    return copied(encryptString.call(this.#storage, text));
  }

  async #decrypt(blob: Bytes): Promise<{ readonly text: string; readonly rewrap: boolean }> {
    const { decryptStringAsync, decryptString } = this.#storage;
    const input = Buffer.from(blob);
    if (decryptStringAsync !== undefined) {
      const { result, shouldReEncrypt } = await this.#inTime(decryptStringAsync.call(this.#storage, input));
      return { text: result, rewrap: shouldReEncrypt };
    }
    if (decryptString === undefined || this.#storage.isEncryptionAvailable?.() !== true) throw unavailable(null);
    return { text: decryptString.call(this.#storage, input), rewrap: false };
  }

  /** True when a failed decryption means another key, false when the keychain was not there to ask. */
  #answers(cause: unknown): boolean {
    if (cause instanceof FaultError) return false;
    return !(cause instanceof Error && /temporarily unavailable|not available/i.test(cause.message));
  }

  #sealedByKeychain(prefix: string): boolean {
    return SEALED.test(prefix) && !(this.#platform === 'linux' && prefix === CONSTANT_KEY);
  }

  #protects(prefix: string): boolean {
    if (this.#platform !== 'linux') return true;
    if (prefix === CONSTANT_KEY) return false;
    return this.#storage.encryptStringAsync !== undefined || !['basic_text', 'unknown'].includes(this.#selected());
  }

  #selected(): string {
    return this.#storage.getSelectedStorageBackend?.() ?? 'unknown';
  }

  #backend(prefix: string | null): string {
    if (this.#platform === 'darwin') return 'keychain';
    if (this.#platform === 'win32') return 'dpapi';
    if (this.#platform !== 'linux') return 'unavailable';
    const selected = this.#selected();
    // The asynchronous calls have providers of their own and may reach a keyring on a desktop that was not recognized.
    if (prefix === null || prefix === CONSTANT_KEY || !['basic_text', 'unknown'].includes(selected)) return selected;
    return prefix === PORTAL_KEY ? 'portal' : 'secret_service';
  }

  async #inTime<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(unavailable(null)), this.#patience);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function prefixOf(blob: Uint8Array): string {
  return String.fromCharCode(...blob.subarray(0, 3));
}

function copied(buffer: Uint8Array): Bytes {
  return Uint8Array.from(buffer);
}

function unavailable(cause: unknown): FaultError {
  if (cause instanceof FaultError) return cause;
  return new FaultError(fault('keychain-unavailable', 'The keychain of the operating system does not answer.', 'Unlock it and try again.'), { cause });
}

function otherKey(cause: unknown): FaultError {
  return new FaultError(fault('keychain-other-key', 'The keychain answers, but with another key.'), { cause });
}
