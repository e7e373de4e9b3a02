import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

const FILE_TYPE = 0o170000;
const SYMLINK = 0o120000;

/**
 * Unpacks a zip file. Nothing is written outside `folder`, whatever the names inside say.
 * @param {string} file
 * @param {string} folder must exist
 * @param {{ rename?: (name: string) => string | undefined }} [options] `rename` maps a name inside the archive to one
 *   below `folder`; undefined leaves the entry out
 */
export async function unzip(file, folder, options = {}) {
  const rename = options.rename ?? ((/** @type {string} */ name) => name);
  const made = new Set();
  /** @type {Set<string>} */
  const links = new Set();
  const zip = await openPromise(file);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = rename(entry.fileName);
      if (name === undefined || name === '' || entry.fileName.endsWith('/')) continue;
      const target = join(folder, name);
      inside(folder, target);
      notThrough(links, target);
      const parent = dirname(target);
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      const mode = entry.externalFileAttributes >>> 16;
      const stream = await zip.openReadStreamPromise(entry);
      if ((mode & FILE_TYPE) === SYMLINK) {
        const link = await text(stream);
        inside(folder, resolve(parent, link));
        await symlink(link, target);
        links.add(target);
      } else {
        await pipeline(stream, createWriteStream(target, { mode: (mode & 0o777) || 0o644 }));
      }
    }
  } finally {
    zip.close();
  }
}

/**
 * @param {string} folder
 * @param {string} target
 */
function inside(folder, target) {
  if (!resolve(target).startsWith(resolve(folder) + sep)) {
    throw new Error(`The archive names a file outside its folder: ${target}`);
  }
}

/** By way of two links a name inside can lie outside, so nothing is written at or below a link. No real release needs that.
 * @param {Set<string>} links
 * @param {string} target
 */
function notThrough(links, target) {
  for (let path = target; path !== dirname(path); path = dirname(path)) {
    if (links.has(path)) throw new Error(`The archive writes through a link: ${target}`);
  }
}
