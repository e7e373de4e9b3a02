import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FaultError, fault } from '../domain/shared/fault.ts';

/** Temp copies of electron-store (its writer's pattern) and of our own; a kill leaves them behind, whole records inside. */
const LEFT_OVER = /(\.tmp-\d{10}[0-9a-f]{6}|\.new)$/;

/** Makes the folder, and takes it away from everybody but its owner. On Windows the profile folder's own rights hold. */
export function ensurePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

/** Names of the files in the folder, after left-over temp copies were removed; none when there is no folder. Throws a FaultError. */
export function sweptNames(folder: string): readonly string[] {
  const names = folderNames(folder);
  for (const name of names.filter((one) => LEFT_OVER.test(one))) rmSync(join(folder, name), { force: true });
  return names.filter((name) => !LEFT_OVER.test(name));
}

/** Names of the files in the folder; none when there is no folder. Throws a FaultError. */
export function folderNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new FaultError(
      fault('vault-write-failed', `The data folder cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, 'Check its owner and rights.'),
      { cause },
    );
  }
}
