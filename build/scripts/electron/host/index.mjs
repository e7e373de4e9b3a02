/**
 * The app inside the development runtime, in place of Electron's default app: it loads the folder (or file) named first
 * on the command line, as `electron <folder>` does. It lives as resources/app of the unpacked runtime.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app as electronApp } from 'electron';

/**
 * Electron's own default app uses these too; its type declarations leave them out.
 * @type {import('electron').App & { setVersion(version: string): void, setAppPath(folder: string): void,
 *   setDesktopName(name: string): void }}
 */
const app = /** @type {never} */ (electronApp);

/** The first argument that is neither a switch nor a switch's value. */
function target() {
  const args = process.argv.slice(1);
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '-r' || arg === '--require') at++;
    else if (!arg.startsWith('-')) return resolve(arg);
  }
  return undefined;
}

/** @param {string} folder */
function adopt(folder) {
  const file = join(folder, 'package.json');
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  app.setAppPath(folder);
  return join(folder, manifest.main ?? 'index.js');
}

const path = target();
if (path === undefined || !existsSync(path)) {
  process.stderr.write(`Usage: electron <folder of an app>${path === undefined ? '' : ` (no such file: ${path})`}\n`);
  app.exit(2);
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });
  const folder = statSync(path).isDirectory();
  if (!folder) app.setAppPath(dirname(path));
  const entry = folder ? adopt(path) : path;
  try {
    // Awaited, because Electron holds `ready` back until this module is done: what must precede `ready` still can.
    await import(pathToFileURL(entry).href);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  }
}
