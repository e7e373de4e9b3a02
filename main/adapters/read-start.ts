import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/**
 * The first bytes of a file: what somebody picked may be of any size, or never end.
 * @param followLinks false refuses a symbolic link where the system can tell (ELOOP), also one that was put there a moment ago
 */
export async function readStart(path: string, most: number, { followLinks }: { readonly followLinks: boolean }): Promise<Uint8Array> {
  const noFollow = (constants.O_NOFOLLOW as number | undefined) ?? 0;
  const file = await open(path, constants.O_RDONLY | (followLinks ? 0 : noFollow));
  try {
    return await readFrom(file, most);
  } finally {
    await file.close();
  }
}

/** The first bytes of an open file. */
export async function readFrom(file: FileHandle, most: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(most);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, most - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === most) return buffer.subarray(0, length);
  }
}
