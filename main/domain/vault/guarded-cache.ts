import type { Cache } from './cache.ts';

/** The cache of a profile that may be locked and unlocked meanwhile: each call asks for the open one, which rejects while locked. */
export class GuardedCache implements Cache {
  readonly #open: () => Promise<Cache>;

  constructor(open: () => Promise<Cache>) {
    this.#open = open;
  }
  async get(owner: string, name: string): Promise<unknown> {
    return (await this.#open()).get(owner, name);
  }
  async put(owner: string, name: string, value: unknown): Promise<void> {
    return (await this.#open()).put(owner, name, value);
  }
  async remove(owner: string, name: string): Promise<void> {
    return (await this.#open()).remove(owner, name);
  }
  async removeOwner(owner: string): Promise<void> {
    return (await this.#open()).removeOwner(owner);
  }
  async keepOwners(owners: readonly string[]): Promise<void> {
    return (await this.#open()).keepOwners(owners);
  }
}
