import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FaultError } from '../domain/shared/fault.ts';
import type { CacheFiles } from '../domain/vault/cache.ts';
import type { Profile, RecordStore, StoredFile, VaultStorage } from '../domain/vault/ports.ts';
import { PROFILES } from '../domain/vault/ports.ts';
import { CacheFolder } from './cache-folder.ts';
import { sweptNames } from './private-folder.ts';
import { StoreFile } from './store-file.ts';

/** A record's file or its backup; the name is 16 hexadecimal digits that tell nothing. */
const RECORD_FILE = /^([0-9a-f]{16})\.json(\.bak)?$/;

/** The sealed records of one profile: `manifest.json` beside the folder `records`. */
export class RecordFolder implements RecordStore {
  readonly manifest: StoredFile;
  readonly #folder: string;
  readonly #records: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#records = join(folder, 'records');
    this.manifest = new StoreFile(folder, 'manifest');
  }

  async names(): Promise<readonly string[]> {
    sweptNames(this.#folder);
    const names = sweptNames(this.#records).map((name) => RECORD_FILE.exec(name)?.[1]);
    return [...new Set(names.filter((name) => name !== undefined))];
  }

  file(name: string): StoredFile {
    return new StoreFile(this.#records, name);
  }
}

/** The vault on disk: `<data folder>/vault/keyring.json` and `<data folder>/profiles/<profile>/`. */
export class VaultFolder implements VaultStorage {
  readonly header: StoredFile;
  readonly #dataFolder: string;

  /** @param dataFolder absolute; in the app Electron's `userData` */
  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
    const vault = join(dataFolder, 'vault');
    try {
      sweptNames(vault);
    } catch (cause) {
      // A folder that cannot be read is told by whoever reads the header.
      if (!(cause instanceof FaultError)) throw cause;
    }
    this.header = new StoreFile(vault, 'keyring');
  }

  /** Where the sealed records of a profile lie. */
  recordsPath(profile: Profile): string {
    return join(this.#profilePath(profile), 'records');
  }

  records(profile: Profile): RecordStore {
    return new RecordFolder(this.#profilePath(profile));
  }

  cache(profile: Profile): CacheFiles {
    return new CacheFolder(join(this.#profilePath(profile), 'cache'));
  }

  async holdsRecords(): Promise<boolean> {
    return PROFILES.some((profile) => sweptNames(this.recordsPath(profile)).some((name) => RECORD_FILE.test(name)));
  }

  async discard(): Promise<void> {
    await this.header.remove({ copies: false });
    for (const profile of PROFILES) rmSync(this.#profilePath(profile), { recursive: true, force: true });
  }

  #profilePath(profile: Profile): string {
    return join(this.#dataFolder, 'profiles', profile);
  }
}
