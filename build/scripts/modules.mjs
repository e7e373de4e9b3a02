import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { at } from './lib/root.mjs';
import { Stop, say } from './lib/say.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean }> }} Lock */

/** Installs the npm packages when node_modules is absent or older than the lock file. Uses nothing from node_modules. */
export function ensureModules() {
  if (fresh()) return;
  say('Installing npm packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--loglevel=error'], {
    cwd: at(),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    timeout: 15 * 60_000,
  });
  if (status !== 0) throw new Stop(`npm ci failed${error === undefined ? '' : `: ${error.message}`}.`);
}

/** npm keeps a list of what it installed; every package of the lock file must stand in it with the same version. */
function fresh() {
  const installed = at('node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const here = read(installed);
  return Object.entries(read(at('package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const got = here[path];
    return got === undefined ? wanted.optional === true : got.version === wanted.version;
  });
}

/** @param {string} file */
function read(file) {
  const { packages = {} } = /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8')));
  return packages;
}
