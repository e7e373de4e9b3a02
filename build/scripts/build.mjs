/** `npm run build`: bundles main, preload and renderer into out/, and checks what a sandboxed preload must be. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runGroup } from './lib/group.mjs';
import { at } from './lib/root.mjs';
import { Stop, fail, say } from './lib/say.mjs';

const stamp = at('node_modules/.cache/grantdesk/build');
const sources = ['main', 'preload', 'renderer', 'package.json', 'package-lock.json', 'build/electron.vite.config.ts'];
const PRELOAD_LIMIT = 16_000;

export async function build() {
  const print = fingerprint();
  const cli = at('node_modules/electron-vite/bin/electron-vite.js');
  const code = await runGroup(
    process.execPath,
    [cli, 'build', '--config', at('build/electron.vite.config.ts'), '--logLevel', 'warn'],
    { cwd: at(), within: 5 * 60_000 },
  );
  if (code !== 0) throw new Stop('the build failed.');
  checkPreload(at('out/preload'));
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}

/** Builds only when a source file was added, removed or changed since the last build. */
export async function buildIfChanged() {
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (existsSync(at('out/main/index.js')) && last === fingerprint()) return;
  say('Building …');
  await build();
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) visit(at(source), hash);
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @param {import('node:crypto').Hash} hash
 */
function visit(path, hash) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined || /\.(test|bench)\.tsx?$/.test(path)) return;
  if (facts.isDirectory()) {
    for (const name of readdirSync(path).sort()) visit(join(path, name), hash);
  } else {
    hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`);
  }
}

/** In a sandboxed window a preload that is split or requires anything but electron fails without a word in the page.
 * @param {string} folder
 */
function checkPreload(folder) {
  const files = readdirSync(folder);
  if (files.length !== 1 || files[0] !== 'index.cjs') {
    throw new Stop(`out/preload must hold index.cjs alone, not ${files.join(', ')}.`);
  }
  const text = readFileSync(join(folder, 'index.cjs'), 'utf8');
  const required = [...text.matchAll(/\brequire\((["'`])(.*?)\1\)/g)].map((match) => match[2]);
  const foreign = required.filter((name) => name !== 'electron');
  if (foreign.length > 0) throw new Stop(`the preload requires ${foreign.join(', ')}; sandboxed it may require only electron.`);
  if (text.length > PRELOAD_LIMIT) {
    throw new Stop(`the preload has ${text.length} bytes, more than ${PRELOAD_LIMIT}: something large was imported into it.`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build();
  } catch (error) {
    fail(error);
  }
}
