import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const root = resolve(import.meta.dirname, '../../..');

/** @param {...string} parts */
export const at = (...parts) => join(root, ...parts);

/**
 * What of package.json the scripts use.
 * @typedef {{ name: string, productName: string, version: string, devDependencies: Record<string, string> }} Manifest
 * @returns {Manifest}
 */
export function manifest() {
  return JSON.parse(readFileSync(at('package.json'), 'utf8'));
}

/** Where downloads and unpacked runtimes live: outside node_modules, so that `npm ci` does not throw them away. */
export function cacheFolder() {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'grantdesk');
}
