import { lstat } from 'node:fs/promises';
import { MAX_CREDENTIAL_FILE_BYTES } from '../domain/interop/credential-text.ts';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import { readStart } from './read-start.ts';

const CHOOSE = 'Choose the file in which the other program keeps its tokens.';

/**
 * The bytes of a credential file the user named, one more than the domain's limit at most: that is enough for it to say "too large".
 * The file is only read. Fault, with one sentence each: `credential-file-unreadable`.
 */
export async function readCredentialFile(path: string): Promise<Outcome<Uint8Array>> {
  try {
    // Before opening: a pipe or a device would block; a link shows another name than what is read.
    const facts = await lstat(path);
    if (facts.isSymbolicLink()) return fail('credential-file-unreadable', 'That is a link to a file.', 'Choose the file it leads to.');
    if (facts.isDirectory()) return fail('credential-file-unreadable', 'That is a folder.', CHOOSE);
    if (!facts.isFile()) return fail('credential-file-unreadable', 'That is not a file.', CHOOSE);
    return ok(await readStart(path, Math.min(facts.size, MAX_CREDENTIAL_FILE_BYTES) + 1, { followLinks: false }));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing
      ? fail('credential-file-unreadable', 'The file is not there any more.', 'Choose it again.')
      : fail('credential-file-unreadable', 'The file could not be read.', 'Check that you may open it.');
  }
}
