import { lstat } from 'node:fs/promises';
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
