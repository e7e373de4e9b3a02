import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Store from 'electron-store';
import { FaultError } from '../domain/shared/fault.ts';
import type { FileContent, StoredFile } from '../domain/vault/ports.ts';
import { ensurePrivateFolder } from './private-folder.ts';
import { writeFailure } from './write-failure.ts';

/**
 * One electron-store file, made safe. electron-store replaces a file in one step, but on a full disk it replaces a good
 * file with a cut one and reports success. So the previous content is kept as `<name>.json.bak` (a hard link: no space
 * needed), every write is read back and compared, and on a difference the previous content is put back.
 */
export class StoreFile implements StoredFile {
  readonly path: string;
  readonly #folder: string;
  readonly #name: string;
  readonly #backup: string;

  /** @param folder absolute @param name without extension */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.path = join(folder, `${name}.json`);
    this.#backup = `${this.path}.bak`;
  }

  async read(): Promise<FileContent> {
    return readJson(this.path);
  }

  async readBackup(): Promise<FileContent> {
    return readJson(this.#backup);
  }

  async write(value: object): Promise<void> {
    const text = JSON.stringify(value);
    try {
      ensurePrivateFolder(this.#folder);
      await this.#keepPrevious();
    } catch (cause) {
      throw cause instanceof FaultError ? cause : writeFailure(cause, false);
    }
    let failure: unknown = null;
    try {
      writeStore(this.#folder, this.#name, value);
    } catch (cause) {
      failure = cause;
    }
    const written = readText(this.path);
    if (failure === null && written === text) {
      syncFolder(this.#folder);
      return;
    }
    await this.revert();
    throw writeFailure(failure, written !== null && written.length < text.length && text.startsWith(written));
  }

  async refreshBackup(): Promise<void> {
    const fresh = `${this.#backup}.new`;
    try {
      copyFileSync(this.path, fresh);
      if (readText(fresh) !== readText(this.path)) throw new Error('the copy is cut');
      renameSync(fresh, this.#backup);
    } catch {
      // No backup is better than one that opens with what was just replaced.
      rmSync(fresh, { force: true });
      rmSync(this.#backup, { force: true });
    }
    syncFolder(this.#folder);
  }

  async revert(): Promise<void> {
    try {
      if (existsSync(this.#backup)) {
        renameSync(this.#backup, this.path);
        linkOrCopy(this.path, this.#backup);
      } else {
        rmSync(this.path, { force: true });
      }
      syncFolder(this.#folder);
    } catch (cause) {
      throw writeFailure(cause, false);
    }
  }

  async setAside(): Promise<void> {
    const content = readBytes(this.path);
    if (content === null) return;
    const copies = readdirSync(this.#folder).filter((name) => name.startsWith(`${basename(this.path)}.corrupt-`));
    if (copies.some((name) => readBytes(join(this.#folder, name))?.equals(content) === true)) return;
    const stamp = new Date().toISOString().replace(/[-:]/g, '');
    const copy = `${this.path}.corrupt-${stamp}`;
    try {
      copyFileSync(this.path, copy, constants.COPYFILE_EXCL);
    } catch (cause) {
      rmSync(copy, { force: true });
      throw writeFailure(cause, false);
    }
  }

  async remove(options: { readonly copies: boolean }): Promise<void> {
    try {
      rmSync(this.path, { force: true });
      rmSync(this.#backup, { force: true });
      if (options.copies && existsSync(this.#folder)) {
        const copies = readdirSync(this.#folder).filter((name) => name.startsWith(`${basename(this.path)}.corrupt-`));
        for (const name of copies) rmSync(join(this.#folder, name), { force: true });
      }
      if (existsSync(this.#folder)) syncFolder(this.#folder);
    } catch (cause) {
      throw writeFailure(cause, false);
    }
  }

  /** electron-store refuses to start on a file it cannot parse: such a file goes aside and never becomes the backup. */
  async #keepPrevious(): Promise<void> {
    const content = parseFile(() => readFileSync(this.path, 'utf8'));
    if (content.kind === 'json') linkOrCopy(this.path, this.#backup);
    if (content.kind !== 'unreadable') return;
    await this.setAside();
    rmSync(this.path);
  }
}

function writeStore(folder: string, name: string, value: object): void {
  // With SNAP in the environment (any terminal started from a snap) electron-store writes in place, which a kill tears.
  const snap = process.env['SNAP'];
  delete process.env['SNAP'];
  try {
    const store = new Store<Record<string, unknown>>({
      cwd: folder,
      name,
      fileExtension: 'json',
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
      serialize: (content) => JSON.stringify(content),
    });
    store.store = { ...value };
  } finally {
    if (snap !== undefined) process.env['SNAP'] = snap;
  }
}

function linkOrCopy(from: string, to: string): void {
  const fresh = `${to}.new`;
  rmSync(fresh, { force: true });
  // rename() between two names of one file does nothing and would leave the third name behind.
  if (existsSync(to) && statSync(to).ino === statSync(from).ino) return;
  try {
    linkSync(from, fresh);
  } catch {
    // A file system without hard links.
    copyFileSync(from, fresh);
  }
  renameSync(fresh, to);
}

/** Makes the rename itself last through a power cut; not every file system can, and Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EINVAL') throw cause;
  } finally {
    closeSync(handle);
  }
}

async function readJson(path: string): Promise<FileContent> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => cause);
  return parseFile(() => {
    if (typeof text === 'string') return text;
    throw text;
  });
}

/** @param readText throws Node's own errors */
function parseFile(readText: () => string): FileContent {
  let text: string;
  try {
    text = readText();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', reason: code ?? 'unknown' };
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { kind: 'json', value } : { kind: 'unreadable', reason: 'not an object' };
  } catch {
    return { kind: 'unreadable', reason: 'not JSON' };
  }
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  return readBytes(path)?.toString('utf8') ?? null;
}
