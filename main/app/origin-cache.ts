import type { Cache } from '../domain/vault/cache.ts';

/** The cache of one stand-in for Google, bound to its origin like its records (origin-records.ts). */
export class OriginCache implements Cache {
  readonly #cache: Cache;
  readonly #prefix: string;

  constructor(cache: Cache, origin: string) {
    this.#cache = cache;
    this.#prefix = `${origin} `;
  }

  get(owner: string, name: string): Promise<unknown> {
    return this.#cache.get(this.#prefix + owner, name);
  }

  put(owner: string, name: string, value: unknown): Promise<void> {
    return this.#cache.put(this.#prefix + owner, name, value);
  }

  remove(owner: string, name: string): Promise<void> {
    return this.#cache.remove(this.#prefix + owner, name);
  }

  removeOwner(owner: string): Promise<void> {
    return this.#cache.removeOwner(this.#prefix + owner);
  }

  /** Names tell nothing: what belongs to another stand-in cannot be told from what belongs to nobody, so it all stays. */
  async keepOwners(): Promise<void> {
    await Promise.resolve();
  }
}
