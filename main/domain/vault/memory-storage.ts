import type { CacheFiles } from './cache.ts';
import type { FileContent, Profile, RecordStore, StoredFile, VaultStorage } from './ports.ts';

/** A file that goes when the app ends. Content is kept as JSON text, so that nothing is shared by reference. */
export class MemoryFile implements StoredFile {
  #content: string | null = null;
  #backup: string | null = null;

  get exists(): boolean {
    return this.#content !== null;
  }

  async read(): Promise<FileContent> {
    return this.#parse(this.#content);
  }
  async readBackup(): Promise<FileContent> {
    return this.#parse(this.#backup);
  }
  async write(value: object): Promise<void> {
    this.#backup = this.#content;
    this.#content = JSON.stringify(value);
  }
  async refreshBackup(): Promise<void> {
    this.#backup = this.#content;
  }
  async revert(): Promise<void> {
    this.#content = this.#backup;
  }
  async setAside(): Promise<void> {}
  async remove(): Promise<void> {
    this.#content = null;
    this.#backup = null;
  }

  #parse(text: string | null): FileContent {
    return text === null ? { kind: 'absent' } : { kind: 'json', value: JSON.parse(text) as unknown };
  }
}

export class MemoryRecordStore implements RecordStore {
  readonly manifest = new MemoryFile();
  readonly files = new Map<string, MemoryFile>();

  async names(): Promise<readonly string[]> {
    return [...this.files].filter(([, file]) => file.exists).map(([name]) => name);
  }
  file(name: string): MemoryFile {
    const file = this.files.get(name) ?? new MemoryFile();
    this.files.set(name, file);
    return file;
  }
}

export class MemoryCacheFiles implements CacheFiles {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();

  async names(): Promise<readonly string[]> {
    return [...this.files.keys()];
  }
  async read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.files.get(name) ?? null;
  }
  async write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.files.set(name, bytes);
  }
  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }
}

/** What memory-only mode writes to. */
export class MemoryStorage implements VaultStorage {
  readonly header = new MemoryFile();
  readonly #stores = new Map<Profile, MemoryRecordStore>();
  readonly #caches = new Map<Profile, MemoryCacheFiles>();

  records(profile: Profile): MemoryRecordStore {
    const store = this.#stores.get(profile) ?? new MemoryRecordStore();
    this.#stores.set(profile, store);
    return store;
  }
  cache(profile: Profile): MemoryCacheFiles {
    const cache = this.#caches.get(profile) ?? new MemoryCacheFiles();
    this.#caches.set(profile, cache);
    return cache;
  }
  async discard(): Promise<void> {
    await this.header.remove();
    this.#stores.clear();
    this.#caches.clear();
  }
  async holdsRecords(): Promise<boolean> {
    const names = await Promise.all([...this.#stores.values()].map((store) => store.names()));
    return names.some((of) => of.length > 0);
  }
}
