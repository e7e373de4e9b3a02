import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT_FOR = 24 * 60 * 60_000;

/**
 * Remembers that a download failed, so that a machine behind a closed network does not try again at every start. Another
 * mirror or proxy is another network, and is tried.
 * @param {string} cache
 * @param {string} version
 */
export function failureNote(cache, version) {
  const file = join(cache, `electron-${version}-unreachable.json`);
  const network = ['ELECTRON_MIRROR', 'HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']
    .map((name) => process.env[name] ?? '')
    .join(' ');
  return {
    /** @returns {Promise<{ host: string, reason: string } | undefined>} */
    async read() {
      try {
        const note = JSON.parse(await readFile(file, 'utf8'));
        const age = Date.now() - note.at;
        return note.network === network && age >= 0 && age < KEPT_FOR ? note : undefined;
      } catch {
        return undefined;
      }
    },
    /** @param {{ host: string, reason: string }} failure */
    async write({ host, reason }) {
      await mkdir(cache, { recursive: true });
      await writeFile(file, JSON.stringify({ host, reason, network, at: Date.now() }));
    },
    async clear() {
      await rm(file, { force: true });
    },
  };
}
