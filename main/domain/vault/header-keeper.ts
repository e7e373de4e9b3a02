import type { Bytes } from '../shared/bytes.ts';
import { FaultError } from '../shared/fault.ts';
import type { ReadHeader } from './header-file.ts';
import { readHeader, writeHeader } from './header-file.ts';
import type { Header, Wrap } from './header.ts';
import { HEADER_VERSION, withWrap, wrapOf } from './header.ts';
import type { KeyringStatus } from './keyring-status.ts';
import type { KeyBoxDescription, StoredFile } from './ports.ts';
import type { WrapTools } from './wraps.ts';
import { wrapWithKeychain } from './wraps.ts';

/** An opened data key and the vault it belongs to. */
export interface VaultKey {
  readonly dataKey: Bytes;
  readonly vaultId: string;
}

/** The header of the vault as it was last read or written. */
export class HeaderKeeper {
  readonly #file: StoredFile;
  readonly #tools: WrapTools;
  #header: Header | null = null;

  constructor(file: StoredFile, tools: WrapTools) {
    this.#file = file;
    this.#tools = tools;
  }

  get header(): Header | null {
    return this.#header;
  }

  wraps(): KeyringStatus['wraps'] {
    const has = (kind: Wrap['kind']): boolean => wrapOf(this.#header, kind) !== null;
    return { keychain: has('os'), passphrase: has('passphrase'), recoveryCode: has('recovery') };
  }

  async read(): Promise<ReadHeader> {
    const read = await readHeader(this.#file);
    this.#header = read.kind === 'header' ? read.header : null;
    return read;
  }

  /** Rejects with a FaultError of the file; the header is then what it was. */
  async save({ dataKey, vaultId }: VaultKey, wraps: readonly Wrap[]): Promise<void> {
    const generation = (this.#header?.generation ?? 0) + 1;
    const createdAt = this.#header?.createdAt ?? this.#tools.clock.now();
    this.#header = await writeHeader(this.#file, { v: HEADER_VERSION, vaultId, generation, createdAt, wraps }, dataKey);
  }

  async replace(key: VaultKey, wrap: Wrap): Promise<void> {
    await this.save(key, withWrap(this.#header?.wraps ?? [], wrap));
  }

  /** Wraps the key with the keychain as it is now. @returns false when the keychain or the disk does not take it */
  async renewKeychain(key: VaultKey, at: KeyBoxDescription): Promise<boolean> {
    try {
      const wrap = await wrapWithKeychain(this.#tools, key.dataKey, at);
      if (wrap !== null) await this.replace(key, wrap);
      return wrap !== null;
    } catch (cause) {
      if (!(cause instanceof FaultError)) throw cause;
      return false;
    }
  }

  /** For a vault whose creation failed half-way. */
  forget(): void {
    this.#header = null;
  }
}
