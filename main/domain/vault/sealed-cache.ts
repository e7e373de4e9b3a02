import { fromUtf8, toHex, utf8, type Bytes } from '../shared/bytes.ts';
import { FaultError } from '../shared/fault.ts';
import { KeyedQueue } from '../shared/keyed-queue.ts';
import type { Random } from '../shared/ports.ts';
import type { Cache, CacheFiles } from './cache.ts';
import type { Place } from './envelope.ts';
import { mac, type ProfileKeys } from './keys.ts';
import { LOCKED } from './notices.ts';

export interface CacheContext {
  readonly files: CacheFiles;
  readonly keys: Pick<ProfileKeys, 'cache' | 'names'>;
  readonly place: Place;
  readonly random: Random;
}

/** First byte of a file: an older app drops what a newer one wrote. */
const VERSION = 1;
const IV_BYTES = 12;
const HEAD_BYTES = 1 + IV_BYTES;

/**
 * The cache of one profile: each value a file, AES-256-GCM under a key of its own, bound to vault, profile and name. A file that
 * does not open is no loss and is dropped without a word.
 */
export class SealedCache implements Cache {
  readonly #context: CacheContext;
  readonly #queue = new KeyedQueue();
  #closed = false;

  constructor(context: CacheContext) {
    this.#context = context;
  }

  async get(owner: string, name: string): Promise<unknown> {
    this.#refuseClosed();
    const file = await this.#fileName(owner, name);
    return this.#queue.run(file, async () => {
      const sealed = await this.#context.files.read(file);
      const plain = sealed === null ? null : await this.#open(file, sealed);
      this.#refuseClosed();
      return plain === null ? null : parsed(plain);
    });
  }

  async put(owner: string, name: string, value: unknown): Promise<void> {
    this.#refuseClosed();
    const plain = utf8(JSON.stringify(value));
    const file = await this.#fileName(owner, name);
    await this.#queue.run(file, async () => {
      this.#refuseClosed();
      await this.#context.files.write(file, await this.#seal(file, plain));
    });
  }

  async remove(owner: string, name: string): Promise<void> {
    this.#refuseClosed();
    const file = await this.#fileName(owner, name);
    await this.#queue.run(file, () => this.#context.files.remove(file));
  }

  async removeOwner(owner: string): Promise<void> {
    this.#refuseClosed();
    const folder = await this.#hidden(`cache|${owner}`);
    await this.#removeFiles((file) => file.startsWith(`${folder}-`));
  }

  async keepOwners(owners: readonly string[]): Promise<void> {
    this.#refuseClosed();
    const kept = new Set(await Promise.all(owners.map((owner) => this.#hidden(`cache|${owner}`))));
    await this.#removeFiles((file) => !kept.has(file.slice(0, file.indexOf('-'))));
  }

  /** Takes no further calls; resolves when the writes in progress are done or have failed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue.idle();
  }

  async #removeFiles(goes: (file: string) => boolean): Promise<void> {
    // A write in progress would come back after its removal.
    await this.#queue.idle();
    for (const file of await this.#context.files.names()) {
      if (goes(file)) await this.#queue.run(file, () => this.#context.files.remove(file));
    }
  }

  /** Tells nothing of account or calendar; the first half is the same for all of one owner. */
  async #fileName(owner: string, name: string): Promise<string> {
    const [first, second] = await Promise.all([this.#hidden(`cache|${owner}`), this.#hidden(`cache|${owner}|${name}`)]);
    return `${first}-${second}`;
  }

  async #hidden(text: string): Promise<string> {
    return toHex((await mac(this.#context.keys.names, text)).subarray(0, 8));
  }

  async #seal(file: string, plain: Bytes): Promise<Bytes> {
    const iv = this.#context.random.bytes(IV_BYTES);
    const sealed = new Uint8Array(await crypto.subtle.encrypt(this.#parameters(file, iv), this.#context.keys.cache, plain));
    const whole = new Uint8Array(HEAD_BYTES + sealed.length);
    whole[0] = VERSION;
    whole.set(iv, 1);
    whole.set(sealed, HEAD_BYTES);
    return whole;
  }

  async #open(file: string, whole: Bytes): Promise<Bytes | null> {
    if (whole[0] !== VERSION || whole.length < HEAD_BYTES) return null;
    try {
      const parameters = this.#parameters(file, whole.subarray(1, HEAD_BYTES));
      return new Uint8Array(await crypto.subtle.decrypt(parameters, this.#context.keys.cache, whole.subarray(HEAD_BYTES)));
    } catch {
      return null;
    }
  }

  #parameters(file: string, iv: Bytes): AesGcmParams {
    const { vaultId, profile } = this.#context.place;
    return { name: 'AES-GCM', iv, additionalData: utf8(`cache|${vaultId}|${profile}|${file}|${VERSION}`), tagLength: 128 };
  }

  #refuseClosed(): void {
    if (this.#closed) throw new FaultError({ ...LOCKED, problems: [] });
  }
}

function parsed(plain: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(plain)) as unknown;
  } catch {
    return null;
  }
}
