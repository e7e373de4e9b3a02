import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { download } from './download.mjs';

let folder = '';
/** @type {import('node:http').Server[]} */
const servers = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'grantdesk-download-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true, force: true });
});

/**
 * @param {import('node:http').RequestListener} listener
 * @returns {Promise<string>}
 */
function serve(listener) {
  const server = createServer(listener);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

it('saves the file, follows redirects and gives the hash', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
    else response.end('bytes');
  });
  const { sha512 } = await download(`${origin}/old`, join(folder, 'file'));
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('bytes');
  expect(sha512).toBe(createHash('sha512').update('bytes').digest('base64'));
});

it('names the host that keeps silent', async () => {
  const origin = await serve(() => undefined);
  await expect(download(`${origin}/x`, join(folder, 'file'), { answerWithin: 100 })).rejects.toMatchObject({
    name: 'DownloadError',
    host: '127.0.0.1',
    message: '127.0.0.1 did not answer (nothing within 0.1 s)',
  });
});

it('names the host that refuses', async () => {
  const origin = await serve((_request, response) => void response.writeHead(403).end());
  await expect(download(`${origin}/x`, join(folder, 'file'))).rejects.toThrow('127.0.0.1 did not answer (HTTP 403)');
});

it('notices a transfer that is cut off', async () => {
  const origin = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  await expect(download(`${origin}/x`, join(folder, 'file'))).rejects.toMatchObject({ name: 'DownloadError' });
});
