import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say, Stop } from './say.mjs';

const MARKER = '.complete.json';
const LOCK_WAIT = 30 * 60_000;
/** The owner of a lock touches it this often; one that is three times as old has no owner any more. */
const HEARTBEAT = 20_000;

/**
 * A folder that is filled once: by name it is either whole or absent. It is filled under another name and renamed, so a
 * process that is killed half-way leaves only rubbish, which the next one sweeps; of two that start at once one waits.
 * @param {string} folder
 * @param {string[]} needed files that must be there, relative to the folder
 * @param {(temporary: string) => Promise<Record<string, string>>} fill returns facts that are kept in the marker file
 * @returns {Promise<Record<string, string>>} the facts
 */
export async function filledFolder(folder, needed, fill) {
  const ready = await factsOf(folder, needed);
  if (ready !== undefined) return ready;
  // For its owner alone, whatever the umask: programs are run from here.
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const unlock = await lock(`${folder}.lock`);
  try {
    const meanwhile = await factsOf(folder, needed);
    if (meanwhile !== undefined) return meanwhile;
    await sweep(folder);
    const temporary = `${folder}.part-${process.pid}`;
    await mkdir(temporary);
    try {
      const facts = await fill(temporary);
      await writeFile(join(temporary, MARKER), JSON.stringify(facts));
      await rename(temporary, folder);
      return facts;
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  } finally {
    await unlock();
  }
}

/**
 * @param {string} folder
 * @param {string[]} needed
 * @returns {Promise<Record<string, string> | undefined>} undefined when the folder is absent or not whole
 */
export async function factsOf(folder, needed) {
  if (!needed.every((file) => existsSync(join(folder, file)))) return undefined;
  try {
    return JSON.parse(await readFile(join(folder, MARKER), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Removes an incomplete folder and what killed processes left beside it; the caller holds the lock.
 * @param {string} folder
 */
async function sweep(folder) {
  const left = (await readdir(dirname(folder))).filter((name) => name.startsWith(`${basename(folder)}.part-`));
  for (const name of left) await rm(join(dirname(folder), name), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

/**
 * @param {string} path a folder: making one either succeeds for exactly one process or fails
 * @returns {Promise<() => Promise<void>>} gives the lock back
 */
async function lock(path) {
  const owner = join(path, 'pid');
  const until = Date.now() + LOCK_WAIT;
  for (let told = false; ; told = true) {
    try {
      await mkdir(path);
      await writeFile(owner, String(process.pid));
      const beat = setInterval(() => void utimes(owner, new Date(), new Date()).catch(() => undefined), HEARTBEAT);
      beat.unref();
      return () => {
        clearInterval(beat);
        return rm(path, { recursive: true, force: true });
      };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (await abandoned(path, owner)) {
      await rm(path, { recursive: true, force: true });
      continue;
    }
    if (Date.now() > until) throw new Stop(`another process keeps ${path}; remove that folder if none is running.`);
    if (!told) say(`Waiting for another process that is filling ${path.replace(/\.lock$/, '')} …`);
    await sleep(300);
  }
}

/**
 * @param {string} path
 * @param {string} owner
 */
async function abandoned(path, owner) {
  const pid = Number(await readFile(owner, 'utf8').catch(() => '0'));
  if (pid > 0) return !alive(pid) || Date.now() - (await touched(owner)) > 3 * HEARTBEAT;
  // Killed between making the folder and writing the number into it.
  return Date.now() - (await touched(path)) > 10_000;
}

/** @param {string} path */
async function touched(path) {
  const facts = await stat(path).catch(() => undefined);
  return facts?.mtimeMs ?? Date.now();
}

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(statusOf(pid));
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** A killed process whose parent never asked for it stays in the table as a zombie (Linux).
 * @param {number} pid
 */
function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
