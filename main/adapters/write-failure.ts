import { FaultError, fault } from '../domain/shared/fault.ts';

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** @param cut the file on disk holds only the start of what was written: electron-store's sign of a full disk */
export function writeFailure(cause: unknown, cut: boolean): FaultError {
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? '';
  if (cut || FULL.includes(code)) {
    return new FaultError(
      fault('vault-disk-full', 'The disk is full: the change was not stored, what was stored before is intact.', 'Make room on the disk and try again.'),
      { cause },
    );
  }
  const why = code === '' ? '' : ` (${code})`;
  return new FaultError(
    fault(
      'vault-write-failed',
      `The change could not be stored${why}; what was stored before is intact.`,
      'Check that the data folder can be written and try again.',
    ),
    { cause },
  );
}
