import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';

/**
 * Writes a file the user chose whole or not at all, readable by its owner only; a link at the place is replaced, not followed.
 * Fault: `file-not-written`.
 */
export async function writeOwnFile(path: string, content: string | Uint8Array): Promise<Outcome<null>> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(fresh, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
    return ok(null);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOSPC' || code === 'EDQUOT'
      ? fail('file-not-written', 'The disk is full.', 'Make room, or choose another place.')
      : fail('file-not-written', 'The file could not be written.', 'Choose a folder you may write to.');
  }
}
