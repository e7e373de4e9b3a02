import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';

/** A host that did not serve a file. `host` is what a person has to make reachable. */
export class DownloadError extends Error {
  /** @override */
  name = 'DownloadError';
  /**
   * @param {string} host
   * @param {string} reason
   */
  constructor(host, reason) {
    super(`${host} did not answer (${reason})`);
    this.host = host;
    this.reason = reason;
  }
}

/**
 * Streams a file to disk.
 * @param {string} address http(s) URL; redirects are followed, five at most
 * @param {string} file
 * @param {{ answerWithin?: number, stallAfter?: number, onProgress?: (done: number, total: number) => void }} [options]
 *   deadlines in milliseconds: for the first byte of the answer, and for a pause in the middle
 * @returns {Promise<{ sha512: string }>} base64, as npm writes it
 */
export async function download(address, file, options = {}) {
  const { answerWithin = 6_000, stallAfter = 30_000, onProgress } = options;
  const response = await open(new URL(address), answerWithin, 5);
  const host = new URL(address).hostname;
  const total = Number(response.headers['content-length'] ?? 0);
  const hash = createHash('sha512');
  let done = 0;
  const meter = new Transform({
    transform(chunk, _encoding, next) {
      hash.update(chunk);
      done += chunk.length;
      onProgress?.(done, total);
      next(null, chunk);
    },
  });
  response.setTimeout(stallAfter, () => response.destroy(new DownloadError(host, 'the transfer stalled')));
  try {
    await pipeline(response, meter, createWriteStream(file));
  } catch (error) {
    throw error instanceof DownloadError ? error : new DownloadError(host, reasonOf(error));
  }
  return { sha512: hash.digest('base64') };
}

/**
 * @param {URL} url
 * @param {number} answerWithin
 * @param {number} redirects
 * @returns {Promise<import('node:http').IncomingMessage>}
 */
function open(url, answerWithin, redirects) {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'http:' ? getHttp : getHttps;
    const request = get(url, (response) => {
      clearTimeout(deadline);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined && redirects > 0) {
        response.resume();
        resolve(open(new URL(headers.location, url), answerWithin, redirects - 1));
      } else if (statusCode === 200) {
        resolve(response);
      } else {
        response.resume();
        reject(new DownloadError(url.hostname, `HTTP ${statusCode}`));
      }
    });
    const deadline = setTimeout(() => {
      request.destroy(new DownloadError(url.hostname, `nothing within ${answerWithin / 1000} s`));
    }, answerWithin);
    request.on('error', (error) => {
      clearTimeout(deadline);
      reject(error instanceof DownloadError ? error : new DownloadError(url.hostname, reasonOf(error)));
    });
  });
}

/** @param {unknown} error */
function reasonOf(error) {
  const { code } = /** @type {{ code?: string }} */ (error);
  return code ?? (error instanceof Error ? error.message : String(error));
}
