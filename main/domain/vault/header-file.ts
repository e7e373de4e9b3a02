import type { Bytes } from '../shared/bytes.ts';
import type { Problem } from '../shared/fault.ts';
import { FaultError } from '../shared/fault.ts';
import type { Header, HeaderBody } from './header.ts';
import { finishHeader, parseHeader } from './header.ts';
import { HEADER_RESTORED } from './notices.ts';
import type { StoredFile } from './ports.ts';

export type ReadHeader =
  | { readonly kind: 'absent' }
  | { readonly kind: 'future' }
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'header'; readonly header: Header; readonly notice: Problem | null };

/** Reads the header, or its backup when the header itself is damaged; the damaged file is kept aside. */
export async function readHeader(file: StoredFile): Promise<ReadHeader> {
  const content = await file.read();
  const parsed = await parseHeader(content.kind === 'json' ? content.value : null);
  if (parsed.kind === 'future') return parsed;
  const backupContent = await file.readBackup();
  if (parsed.kind === 'header') {
    // A kill between a write and this step leaves the header before the last change, which may open with an old passphrase.
    const fresh = backupContent.kind === 'json' && JSON.stringify(backupContent.value) === JSON.stringify(parsed.header);
    if (!fresh) await file.refreshBackup();
    return { kind: 'header', header: parsed.header, notice: null };
  }
  if (backupContent.kind === 'absent') return { kind: content.kind === 'absent' ? 'absent' : 'corrupt' };
  const backup = await parseHeader(backupContent.kind === 'json' ? backupContent.value : null);
  if (backup.kind !== 'header') return backup;
  try {
    await file.setAside();
    await file.write(backup.header);
  } catch (cause) {
    // On a full disk it opens all the same; the next start mends it.
    if (!(cause instanceof FaultError)) throw cause;
  }
  return { kind: 'header', header: backup.header, notice: HEADER_RESTORED };
}

/** Writes the header so that nothing older stays readable beside it. Rejects with a FaultError of the file. */
export async function writeHeader(file: StoredFile, body: HeaderBody, dataKey: Bytes): Promise<Header> {
  const header = await finishHeader(body, dataKey);
  await file.write(header);
  await file.refreshBackup();
  return header;
}
