/**
 * `node build/scripts/session.mjs <command> [args…]`: runs a command with a display and an unlocked keyring, of its own
 * where the machine has none, and gives its exit code. Whatever was started for it is stopped with it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runGroup } from './lib/group.mjs';
import { fail, Stop } from './lib/say.mjs';
import { startXvfb } from './session/xvfb.mjs';
import { onPath } from './system-deps.mjs';

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, within?: number }} [options] `within` in milliseconds
 * @returns {Promise<number>} the command's exit code
 */
export async function inSession(command, args, options = {}) {
  const { env = process.env, within = 30 * 60_000 } = options;
  if (process.platform !== 'linux') return runGroup(command, args, { env, within });
  const folder = await mkdtemp(join(tmpdir(), 'grantdesk-session-'));
  const display = hasDisplay() ? undefined : await startXvfb(folder);
  try {
    const inner = display === undefined ? env : { ...env, DISPLAY: display.name };
    if (!onPath('dbus-run-session') || !onPath('gnome-keyring-daemon')) {
      throw new Stop('a keyring session needs dbus and gnome-keyring: run node build/scripts/system-deps.mjs.');
    }
    const keyring = join(import.meta.dirname, 'session/keyring.mjs');
    return await runGroup('dbus-run-session', ['--', process.execPath, keyring, folder, command, ...args], {
      env: inner,
      within,
      // The bus talks about every service it starts; the command gets the real stderr as number 3.
      stdio: ['inherit', 'inherit', 'ignore', 2],
    });
  } finally {
    await display?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [command, ...args] = process.argv.slice(2).filter((arg, at) => at > 0 || arg !== '--');
  try {
    if (command === undefined) throw new Stop('name the command to run.');
    process.exitCode = await inSession(command, args);
  } catch (error) {
    fail(error);
  }
}
