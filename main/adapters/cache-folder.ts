import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheFiles } from '../domain/vault/cache.ts';
import { ensurePrivateFolder, folderNames, sweptNames } from './private-folder.ts';
import { writeFailure } from './write-failure.ts';

/** What the sealed cache names its files; anything else in the folder is not ours. */
const CACHE_FILE = /^([0-9a-f]{16}-[0-9a-f]{16})\.bin$/;

/** The cache of one profile on disk. No backups and no read-back: what is cut or lost is fetched again. */
export class CacheFolder implements CacheFiles {
  readonly #folder: string;
  #swept = false;

  /** @param folder absolute; made at the first write */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async names(): Promise<readonly string[]> {
    this.#sweep();
    return folderNames(this.#folder).flatMap((name) => CACHE_FILE.exec(name)?.[1] ?? []);
  }

  async read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      return new Uint8Array(await readFile(this.#path(name)));
    } catch {
      return null;
    }
  }

  async write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const path = this.#path(name);
    const fresh = `${path}.new`;
    try {
      this.#sweep();
      ensurePrivateFolder(this.#folder);
      await writeFile(fresh, bytes, { mode: 0o600 });
      await rename(fresh, path);
    } catch (cause) {
      await rm(fresh, { force: true }).catch(() => undefined);
      throw writeFailure(cause, false);
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await rm(this.#path(name), { force: true });
    } catch (cause) {
      throw writeFailure(cause, false);
    }
  }

  /** Once, before the first write: later a temp copy may be somebody's write in progress. */
  #sweep(): void {
    if (this.#swept) return;
    this.#swept = true;
    sweptNames(this.#folder);
  }

  #path(name: string): string {
    return join(this.#folder, `${name}.bin`);
  }
}
