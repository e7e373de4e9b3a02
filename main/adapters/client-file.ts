import { stat } from 'node:fs/promises';
import { decodeClientFile, MAX_CLIENT_FILE_BYTES } from '../domain/clients/client-text.ts';
import { fail, type Outcome } from '../domain/shared/fault.ts';
import { readStart } from './read-start.ts';

/**
 * Reads the text of a client file the user named. Never more than the domain's limit and one byte: that is enough for it
 * to say "too large". Faults: `client-file-unreadable`, and those of decodeClientFile.
 */
export async function readClientFile(path: string): Promise<Outcome<string>> {
  try {
    // Before opening: a pipe or a device would block, or never end.
    if (!(await stat(path)).isFile()) {
      return fail('client-file-unreadable', 'That is not a file.', 'Choose the JSON file that the Google Cloud console gave you.');
    }
    return decodeClientFile(await readStart(path, MAX_CLIENT_FILE_BYTES + 1, { followLinks: true }));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing
      ? fail('client-file-unreadable', 'The file is not there any more.', 'Choose it again.')
      : fail('client-file-unreadable', 'The file could not be read.', 'Check that you may open it, or paste its text instead.');
  }
}
