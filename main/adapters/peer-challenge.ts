import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { ensurePrivateFolder } from './private-folder.ts';
import { readProc } from './proc.ts';

/** O_CLOEXEC as /proc/<pid>/fdinfo shows it, in octal. */
const CLOSE_ON_EXEC = 0o2000000;

/**
 * Node does not tell which process is at the other end of a socket. So the command says its pid, and proves it: a file is made for
 * this one connection, and /proc has to show that very file open in that very process. It has to be closed on exec: a file that a
 * process inherited says nothing about that process.
 */
export class PeerChallenge {
  readonly path: string;
  readonly #file: FileHandle;

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.#file = file;
  }

  /** @param folder made when it is not there, for its owner alone */
  static async make(folder: string): Promise<PeerChallenge> {
    ensurePrivateFolder(folder);
    const path = join(folder, randomBytes(16).toString('hex'));
    return new PeerChallenge(path, await open(path, 'wx', 0o600));
  }

  /** The process's start, so that later looks at this pid are looks at the same process; null when it has not proven itself. */
  async provenBy(pid: number): Promise<string | null> {
    const before = await readProc(pid);
    if (before === null || before.uid !== process.getuid?.() || pid === process.pid) return null;
    const { ino, dev } = await this.#file.stat({ bigint: true });
    const opened = await holds(pid, ino, dev);
    const after = await readProc(pid);
    return opened && after?.startedAt === before.startedAt && after.uid === before.uid ? before.startedAt : null;
  }

  async drop(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }
}

async function holds(pid: number, ino: bigint, dev: bigint): Promise<boolean> {
  const folder = `/proc/${pid}`;
  const numbers = await readdir(`${folder}/fd`).catch(() => []);
  for (const number of numbers) {
    const found = await stat(`${folder}/fd/${number}`, { bigint: true }).catch(() => null);
    if (found?.ino !== ino || found.dev !== dev) continue;
    const info = await readFile(`${folder}/fdinfo/${number}`, 'utf8').catch(() => '');
    const flags = /^flags:\s+([0-7]+)/m.exec(info)?.[1];
    if (flags !== undefined && (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) !== 0) return true;
  }
  return false;
}
