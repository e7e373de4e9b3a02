import { randomBytes } from 'node:crypto';
import { lstat, open, rename, rm } from 'node:fs/promises';
import { MAX_SNAPSHOT_FILE_BYTES } from '../domain/groups/snapshot.ts';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import { readStart } from './read-start.ts';

const CHOOSE = 'Choose a file that “Export” of a snapshot wrote.';

/**
 * Reads a snapshot file the user named, as UTF-8. What it holds is for the domain to judge.
 * Faults, each one sentence: `snapshot-file-unreadable`, `snapshot-file-too-large`, `snapshot-file-not-json`.
 */
export async function readSnapshotFile(path: string): Promise<Outcome<string>> {
  try {
    // Before opening: a pipe or a device would block; a link may point at one, and shows another name than what is read.
    const facts = await lstat(path);
    if (facts.isSymbolicLink()) return fail('snapshot-file-unreadable', 'That is a link to a file.', 'Choose the file itself.');
    if (!facts.isFile()) return fail('snapshot-file-unreadable', 'That is not a file.', CHOOSE);
    if (facts.size > MAX_SNAPSHOT_FILE_BYTES) return tooLarge();
    const bytes = await readStart(path, MAX_SNAPSHOT_FILE_BYTES + 1, { followLinks: false });
    if (bytes.length > MAX_SNAPSHOT_FILE_BYTES) return tooLarge();
    return decoded(bytes);
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? fail('snapshot-file-unreadable', 'The file is not there any more.', 'Choose it again.')
      : fail('snapshot-file-unreadable', 'The file could not be read.', 'Check that you may open it.');
  }
}

/**
 * Writes the file whole or not at all, readable by its owner only; a link at the place is replaced, not followed.
 * Fault: `snapshot-file-not-written`.
 */
export async function writeSnapshotFile(path: string, text: string): Promise<Outcome<null>> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(fresh, 'wx', 0o600);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
    return ok(null);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    const full = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
    return full
      ? fail('snapshot-file-not-written', 'The disk is full.', 'Make room, or choose another place.')
      : fail('snapshot-file-not-written', 'The file could not be written.', 'Choose a folder you may write to.');
  }
}

function tooLarge(): Outcome<never> {
  return fail('snapshot-file-too-large', 'That file is larger than any snapshot: it has more than 1 MB.', CHOOSE);
}

function decoded(bytes: Uint8Array): Outcome<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('snapshot-file-not-json', 'That file is not text.', CHOOSE);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
