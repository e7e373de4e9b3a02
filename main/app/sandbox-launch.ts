import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensurePrivateFolder } from '../adapters/private-folder.ts';
import { SandboxProcess } from '../adapters/sandbox-process.ts';
import type { RunningSandbox } from './practice-host.ts';

/** What an unpackaged run may ask for through its environment, for journeys. */
export interface SandboxWishes {
  /** GRANTDESK_SANDBOX_REMEMBER=1: the sandbox can list the secrets it issued. */
  readonly rememberSecrets: boolean;
  /** GRANTDESK_SANDBOX_CONTROL_FILE: where `{origin, controlKey}` is written, 0600. */
  readonly controlFile: string | null;
}

export function sandboxWishes(env: Readonly<Record<string, string | undefined>>, packaged: boolean): SandboxWishes {
  if (packaged) return { rememberSecrets: false, controlFile: null };
  const file = env['GRANTDESK_SANDBOX_CONTROL_FILE'] ?? '';
  return { rememberSecrets: env['GRANTDESK_SANDBOX_REMEMBER'] === '1', controlFile: file === '' ? null : file };
}

/**
 * Starts the sandbox with its state in the practice profile.
 * @param keep false in a session that writes nothing
 */
export async function launchSandbox(
  at: { readonly mainFolder: string; readonly userData: string; readonly wishes: SandboxWishes; readonly keep: boolean },
  onGone: () => void,
): Promise<RunningSandbox> {
  const stateFile = join(at.userData, 'profiles', 'practice', 'sandbox-state.json');
  if (at.keep) ensurePrivateFolder(dirname(stateFile));
  const { rememberSecrets, controlFile } = at.wishes;
  const sandbox = await SandboxProcess.start(
    { entry: join(at.mainFolder, 'sandbox.js'), stateFile: at.keep ? stateFile : null, rememberSecrets },
    onGone,
  );
  if (controlFile !== null) {
    rmSync(controlFile, { force: true });
    writeFileSync(controlFile, JSON.stringify({ origin: sandbox.origin, controlKey: sandbox.controlKey }), { mode: 0o600, flag: 'wx' });
  }
  return sandbox;
}
