import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadArtifact, initializeProxy } from '@electron/get';
import { download } from '../lib/download.mjs';
import { filledFolder, factsOf } from '../lib/folder.mjs';
import { progress } from '../lib/say.mjs';
import { unzip } from '../lib/unzip.mjs';
import { executableName } from './executable.mjs';

/**
 * @param {string} cache
 * @param {string} version
 */
export function releaseFolder(cache, version) {
  return join(cache, `electron-${version}-${process.platform}-${process.arch}`);
}

/**
 * @param {string} cache
 * @param {string} version
 */
export async function cachedRelease(cache, version) {
  const folder = releaseFolder(cache, version);
  return (await factsOf(folder, [executableName()])) === undefined ? undefined : folder;
}

/**
 * Downloads and unpacks the official release; ELECTRON_MIRROR and the proxy variables are honoured.
 * @param {string} cache
 * @param {string} version
 * @returns {Promise<string>} its folder
 */
export async function installRelease(cache, version) {
  const folder = releaseFolder(cache, version);
  await filledFolder(folder, [executableName()], async (temporary) => {
    passProxyOn();
    const zip = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: checksums(),
      cacheRoot: join(cache, 'downloads'),
      downloader: {
        download: async (address, file) => {
          await download(address, file, { onProgress: progress(`Electron ${version}`) });
        },
      },
    });
    await unzip(zip, temporary);
    return { version };
  });
  return folder;
}

/** The npm package carries the hashes of its own release, so they do not come from where the file comes from. */
function checksums() {
  const file = createRequire(import.meta.url).resolve('electron/checksums.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @electron/get reads GLOBAL_AGENT_*; people set the usual names. */
function passProxyOn() {
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']) {
    const value = process.env[name] ?? process.env[name.toLowerCase()];
    if (value) process.env[`GLOBAL_AGENT_${name}`] ??= value;
  }
  if (process.env['GLOBAL_AGENT_HTTP_PROXY'] || process.env['GLOBAL_AGENT_HTTPS_PROXY']) initializeProxy();
}
