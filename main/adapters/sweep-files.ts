import { constants } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import type { FileMark, SweepFiles, WalkRequest } from '../domain/sweep/ports.ts';
import { markOf } from './file-mark.ts';
import { samePath, walk } from './file-walk.ts';
import { readFrom } from './read-start.ts';

const CHANGED = fail('file-changed', 'This file is not the one that was found: it was changed or replaced meanwhile.', 'Sweep again, and look at what is there now.');
const GONE = fail('file-gone', 'The file is not there any more.', 'Sweep again to see what is left.');

/** The files of this computer, for the sweep. @param trash moves a path to the desktop's bin; rejects when it cannot */
export class DiskSweepFiles implements SweepFiles {
  readonly #trash: (path: string) => Promise<void>;

  constructor(trash: (path: string) => Promise<void>) {
    this.#trash = trash;
  }

  walk(request: WalkRequest, signal: AbortSignal): Promise<void> {
    return walk(request, signal);
  }

  read(file: FileMark, most: number): Promise<Outcome<Uint8Array>> {
    return withSame(file, async (handle) => ok(await readFrom(handle, Math.min(most, file.size))));
  }

  tighten(file: FileMark): Promise<Outcome<FileMark>> {
    return withSame(file, async (handle) => {
      try {
        // By the handle: what it opened is what was checked.
        await handle.chmod(0o600);
        return ok(markOf(file.path, await handle.stat({ bigint: true })));
      } catch {
        return fail('mode-not-changed', 'The mode of this file could not be changed.', 'It may belong to somebody else, or lie on a disk that knows no modes.');
      }
    });
  }

  async bin(file: FileMark): Promise<Outcome<null>> {
    const same = await checkPlace(file);
    if (!same.ok) return same;
    try {
      await this.#trash(file.path);
    } catch {
      return fail('bin-failed', 'The desktop did not take this file into its bin.', 'It is where it was; delete it in your file manager.');
    }
    return ok(null);
  }
}

/** Opens neither a link nor anything that could block, and goes on only with the very file that was found. */
async function withSame<T>(file: FileMark, work: (handle: FileHandle) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  // Windows has neither flag.
  const flags = constants.O_RDONLY | ((constants.O_NOFOLLOW as number | undefined) ?? 0) | ((constants.O_NONBLOCK as number | undefined) ?? 0);
  const place = await checkPlace(file);
  if (!place.ok) return place;
  let handle: FileHandle;
  try {
    handle = await open(file.path, flags);
  } catch (error) {
    return unopened(error);
  }
  try {
    const stats = await handle.stat({ bigint: true });
    return stats.isFile() && markOf(file.path, stats).identity === file.identity ? await work(handle) : CHANGED;
  } catch {
    return fail('file-unreadable', 'The file could not be read.', 'Check that you may open it.');
  } finally {
    await handle.close();
  }
}

/** What lies at the path now, without opening it. */
async function checkPlace(file: FileMark): Promise<Outcome<null>> {
  try {
    const stats = await lstat(file.path, { bigint: true });
    if (!stats.isFile() || markOf(file.path, stats).identity !== file.identity) return CHANGED;
    return samePath(await realpath(file.path), file.path) ? ok(null) : CHANGED;
  } catch (error) {
    return unopened(error);
  }
}

function unopened(error: unknown): Outcome<never> {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return GONE;
  return code === 'ELOOP' ? CHANGED : fail('file-unreadable', 'The file could not be read.', 'Check that you may open it.');
}
