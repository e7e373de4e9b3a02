import type { Cache } from '../vault/cache.ts';

/** A cache in memory. Values go through JSON, as on disk. */
export class MemoryCache implements Cache {
  readonly #texts = new Map<string, string>();

  async get(owner: string, name: string): Promise<unknown> {
    const text = this.#texts.get(`${owner}/${name}`);
    return text === undefined ? null : (JSON.parse(text) as unknown);
  }

  async put(owner: string, name: string, value: unknown): Promise<void> {
    this.#texts.set(`${owner}/${name}`, JSON.stringify(value));
  }

  async remove(owner: string, name: string): Promise<void> {
    this.#texts.delete(`${owner}/${name}`);
  }

  async removeOwner(owner: string): Promise<void> {
    for (const key of [...this.#texts.keys()]) if (key.startsWith(`${owner}/`)) this.#texts.delete(key);
  }

  async keepOwners(owners: readonly string[]): Promise<void> {
    for (const key of [...this.#texts.keys()]) if (!owners.includes(key.slice(0, key.indexOf('/')))) this.#texts.delete(key);
  }
}
