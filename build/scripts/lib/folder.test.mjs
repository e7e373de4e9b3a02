import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { factsOf, filledFolder } from './folder.mjs';

let base = '';
let folder = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'grantdesk-folder-'));
  folder = join(base, 'runtime');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(base, { recursive: true, force: true });
});

/** @param {string} temporary */
const fill = async (temporary) => {
  await writeFile(join(temporary, 'electron'), 'whole');
  return { version: '1' };
};

it('fills a folder once', async () => {
  await filledFolder(folder, ['electron'], fill);
  const facts = await filledFolder(folder, ['electron'], () => Promise.reject(new Error('filled twice')));
  expect(facts).toEqual({ version: '1' });
  expect(readdirSync(base)).toEqual(['runtime']);
});

it.skipIf(process.platform === 'win32')('makes the cache for its owner alone', async () => {
  await filledFolder(join(base, 'cache', 'runtime'), ['electron'], fill);
  expect(statSync(join(base, 'cache')).mode & 0o777).toBe(0o700);
});

it('repairs a folder that was left half-filled', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'electron'), 'half');
  expect(await factsOf(folder, ['electron'])).toBeUndefined();
  await filledFolder(folder, ['electron'], fill);
  expect(await factsOf(folder, ['electron'])).toEqual({ version: '1' });
});

it('repairs a folder that lost a file', async () => {
  await filledFolder(folder, ['electron'], fill);
  await rm(join(folder, 'electron'));
  await filledFolder(folder, ['electron'], fill);
  expect(existsSync(join(folder, 'electron'))).toBe(true);
});

it('sweeps what a killed process left, lock included', async () => {
  // A process number no system gives out.
  mkdirSync(`${folder}.lock`);
  writeFileSync(join(`${folder}.lock`, 'pid'), '99999999');
  mkdirSync(`${folder}.part-99999999`);
  await filledFolder(folder, ['electron'], fill);
  expect(readdirSync(base)).toEqual(['runtime']);
});

it('leaves nothing behind when filling fails, and the next attempt succeeds', async () => {
  await expect(filledFolder(folder, ['electron'], () => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
  expect(readdirSync(base)).toEqual([]);
  await filledFolder(folder, ['electron'], fill);
  expect(readdirSync(base)).toEqual(['runtime']);
});

it('takes over from an owner that went silent', async () => {
  mkdirSync(`${folder}.lock`);
  const owner = join(`${folder}.lock`, 'pid');
  writeFileSync(owner, String(process.pid));
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(owner, longAgo, longAgo);
  await filledFolder(folder, ['electron'], fill);
  expect(readdirSync(base)).toEqual(['runtime']);
});

it('fills once when two ask at the same time', async () => {
  let fills = 0;
  const slow = async (/** @type {string} */ temporary) => {
    fills++;
    await sleep(50);
    return fill(temporary);
  };
  const both = await Promise.all([filledFolder(folder, ['electron'], slow), filledFolder(folder, ['electron'], slow)]);
  expect(fills).toBe(1);
  expect(both).toEqual([{ version: '1' }, { version: '1' }]);
});
