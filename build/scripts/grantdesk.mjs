/**
 * `npm run --silent grantdesk -- <command> [options]`: the `grantdesk` command of this checkout, in the Electron that `npm start` uses.
 * Prints what the command prints and nothing else, and ends with its exit code.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolveElectron } from './electron/resolve.mjs';
import { at } from './lib/root.mjs';
import { fail, Stop } from './lib/say.mjs';

try {
  if (!existsSync(at('out/main/index.js'))) throw new Stop('there is no built app here yet: run npm run build.');
  const { executable } = await resolveElectron();
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = process.argv.length > 2 ? process.argv.slice(2) : ['help'];
  // What Chromium itself has to say is not for the reader of the command.
  const quiet = ['--disable-logging', '--log-level=3'];
  const child = spawn(executable, [...quiet, at(), ...words, ...sandbox], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
} catch (error) {
  fail(error);
}
