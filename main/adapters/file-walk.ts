import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { MAX_CREDENTIAL_FILE_BYTES } from '../domain/interop/credential-text.ts';
import { DEEPEST, type Interest, type WalkRequest, type WalkRoot } from '../domain/sweep/ports.ts';
import { markOf } from './file-mark.ts';

/** Folders read at the same time; the threads that do it are four. */
const AT_ONCE = 8;
const MOST_FOLDERS = 1_000_000;
const MOST_FILES = 20_000_000;
/** Files looked into; far beyond what any home folder has of such names. */
const MOST_CANDIDATES = 50_000;

interface Folder {
  readonly path: string;
  readonly name: string;
  /** Levels that may still be entered below it. */
  readonly depth: number;
  /** Whether its end by depth is a limit, and not what was meant. */
  readonly capped: boolean;
  readonly device: number;
}

/**
 * Walks folders without following a link, without leaving the disk a root lies on, and without opening anything: only regular files
 * whose name is of interest are handed on, each by a path that has no link in it. Never rejects: what cannot be read is counted.
 */
export async function walk(request: WalkRequest, signal: AbortSignal): Promise<void> {
  const walking = new Walk(request, signal);
  // Deep roots first: what they have read is not read again for a shallow one.
  for (const root of [...request.roots].sort((a, b) => b.depth - a.depth)) await walking.from(root);
}

class Walk {
  readonly #request: WalkRequest;
  readonly #signal: AbortSignal;
  readonly #read = new Set<string>();
  readonly #handed = new Set<string>();
  readonly #leaveAlone: ReadonlySet<string>;
  #waiting: Folder[] = [];

  constructor(request: WalkRequest, signal: AbortSignal) {
    this.#request = request;
    this.#signal = signal;
    this.#leaveAlone = new Set(request.rules.leaveAlone);
  }

  async from(root: WalkRoot): Promise<void> {
    const found = await this.#enter(root);
    if (found === null || this.#signal.aborted) return;
    const { path, stats } = found;
    if (stats.isFile()) {
      this.#request.counts.files += 1;
      await this.#candidate(path, this.#request.rules.interestIn(basename(path), basename(dirname(path))) ?? 'sure');
    }
    if (!stats.isDirectory()) return;
    this.#waiting = [{ path, name: basename(path), depth: root.depth, capped: root.depth >= DEEPEST, device: stats.dev }];
    await this.#drain();
  }

  /** Where the root really lies; null when it is not there, or a link leads to it that nobody chose. */
  async #enter(root: WalkRoot): Promise<{ readonly path: string; readonly stats: Stats } | null> {
    const { counts, rules, onRoot } = this.#request;
    try {
      const path = await realpath(root.path);
      if (root.kind === 'place' && !samePath(path, await expected(root.path, rules.home))) {
        counts.links += 1;
        onRoot(root, 'link');
        return null;
      }
      const stats = await lstat(path);
      onRoot(root, 'present');
      return { path, stats };
    } catch (error) {
      const absent = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
      if (!absent) counts.unreadable += 1;
      onRoot(root, absent ? 'absent' : 'unreadable');
      return null;
    }
  }

  /** Workers take folders from one heap until it is empty and none of them may add to it any more. */
  async #drain(): Promise<void> {
    let busy = 0;
    let wake: (() => void)[] = [];
    const work = async (): Promise<void> => {
      for (;;) {
        const next = this.#signal.aborted ? undefined : this.#waiting.pop();
        if (next === undefined) {
          if (busy === 0 || this.#signal.aborted) break;
          await new Promise<void>((resolve) => wake.push(resolve));
          continue;
        }
        busy += 1;
        await this.#folder(next);
        busy -= 1;
        const sleeping = wake;
        wake = [];
        for (const one of sleeping) one();
      }
      for (const one of wake) one();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  async #folder(folder: Folder): Promise<void> {
    const { counts, rules } = this.#request;
    if (this.#read.has(folder.path)) return;
    if (counts.folders >= MOST_FOLDERS || counts.files >= MOST_FILES) {
      counts.limited = true;
      return;
    }
    this.#read.add(folder.path);
    let entries: Dirent[];
    try {
      // Asked just before it is read: a folder that became a link meanwhile is none any more.
      const stats = await lstat(folder.path);
      if (!stats.isDirectory()) return;
      if (stats.dev !== folder.device) {
        counts.otherDisks += 1;
        return;
      }
      entries = await readdir(folder.path, { withFileTypes: true });
    } catch {
      counts.unreadable += 1;
      return;
    }
    counts.folders += 1;
    for (const entry of entries) {
      if (entry.isDirectory()) this.#below(folder, entry.name);
      else {
        counts.files += 1;
        const interest = rules.interestIn(entry.name, folder.name);
        if (interest !== null && !this.#signal.aborted) await this.#candidate(join(folder.path, entry.name), interest);
        else if (entry.isSymbolicLink()) counts.links += 1;
      }
    }
  }

  #below(folder: Folder, name: string): void {
    const { counts, rules } = this.#request;
    const path = join(folder.path, name);
    if (rules.skipsFolder(name, folder.name) || this.#leaveAlone.has(path)) counts.skipped += 1;
    else if (folder.depth > 0) this.#waiting.push({ path, name, depth: folder.depth - 1, capped: folder.capped, device: folder.device });
    else if (folder.capped) counts.limited = true;
  }

  async #candidate(path: string, interest: Interest): Promise<void> {
    const { counts, onCandidate } = this.#request;
    if (this.#handed.has(path)) return;
    this.#handed.add(path);
    if (this.#handed.size > MOST_CANDIDATES) {
      counts.limited = true;
      return;
    }
    try {
      const stats = await lstat(path, { bigint: true });
      if (stats.isSymbolicLink()) counts.links += 1;
      else if (!stats.isFile()) counts.special += 1;
      else if (stats.size > BigInt(MAX_CREDENTIAL_FILE_BYTES)) counts.tooLarge += 1;
      // A folder on the way that became a link while the walk went on leads somewhere else.
      else if (!samePath(await realpath(path), path)) counts.links += 1;
      else await onCandidate(markOf(path, stats), interest);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') counts.unreadable += 1;
    }
  }
}

/** The path a place has when no folder between the home folder and it is a link. The home folder itself may lie behind one. */
async function expected(path: string, home: string): Promise<string> {
  const below = relative(home, path);
  const outside = below.startsWith('..') || below === path;
  return outside ? path : join(await realpath(home), below);
}

export function samePath(one: string, other: string): boolean {
  return process.platform === 'win32' || process.platform === 'darwin' ? one.toLowerCase() === other.toLowerCase() : one === other;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
