import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { resolveElectron } from './electron/resolve.mjs';
import { say } from './lib/say.mjs';
import { ensureSystem } from './system-deps.mjs';

/**
 * Electron and its system packages, ready to start something with.
 * @param {{ headless: boolean }} options
 */
export async function prepare({ headless }) {
  const electron = await resolveElectron();
  await ensureSystem(electron.executable, { headless });
  return {
    ...electron,
    env: electronEnv(electron),
    appArguments: sandboxArguments(electron.folder),
  };
}

/**
 * Tells everything that is started further down which Electron to use: our own scripts, electron-vite and the journeys.
 * @param {import('./electron/resolve.mjs').Electron} electron
 */
export function electronEnv({ executable, folder }) {
  return {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ELECTRON_EXEC_PATH: executable,
    GRANTDESK_ELECTRON: executable,
  };
}

/** Chromium's sandbox refuses to run as root; nobody else gives it up.
 * @param {string} folder
 */
function sandboxArguments(folder) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  const helper = join(folder, 'chrome-sandbox');
  const restricted = existsSync(restriction) && readFileSync(restriction, 'utf8').trim() === '1';
  if (restricted && existsSync(helper) && (statSync(helper).mode & 0o4000) === 0) {
    say(`This system restricts user namespaces; if the app does not start, run once: sudo chown root ${helper} && sudo chmod 4755 ${helper}`);
  }
  return [];
}
