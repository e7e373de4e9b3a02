import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Bytes of a socket's path: sun_path holds 108 on Linux and 104 on macOS, the zero at its end included. */
const LONGEST = { linux: 107, other: 103 } as const;

export interface AddressFacts {
  readonly userData: string;
  readonly platform: NodeJS.Platform;
  readonly runtimeFolder: string | undefined;
  readonly uid: number | undefined;
}

/** Where the app listens and the command asks. `folder` is made by the app, for its owner alone; null where there is none. */
export interface ScriptAddress {
  readonly path: string;
  readonly folder: string | null;
}

/**
 * In the profile's own folder; where that path is too long, in the user's runtime folder under the profile's hash.
 * @returns null when there is no place for it
 */
export function scriptAddress({ userData, platform, runtimeFolder, uid }: AddressFacts): ScriptAddress | null {
  const name = createHash('sha256').update(userData).digest('hex').slice(0, 24);
  if (platform === 'win32') return { path: `\\\\.\\pipe\\grantdesk-${name}`, folder: null };
  const longest = platform === 'linux' ? LONGEST.linux : LONGEST.other;
  const own = join(userData, 'scripts.sock');
  if (Buffer.byteLength(own) <= longest) return { path: own, folder: null };
  // A job of cron has no XDG_RUNTIME_DIR, and has to find the same place.
  const runtime = runtimeFolder !== undefined && runtimeFolder !== '' ? runtimeFolder : platform === 'linux' && uid !== undefined ? `/run/user/${uid}` : null;
  if (runtime === null) return null;
  const folder = join(runtime, 'grantdesk');
  const path = join(folder, `${name}.sock`);
  return Buffer.byteLength(path) <= longest ? { path, folder } : null;
}
