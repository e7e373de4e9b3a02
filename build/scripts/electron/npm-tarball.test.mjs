import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchTarball } from './npm-tarball.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'grantdesk-tarball-'));
  writeFileSync(join(folder, 'package.json'), '{"name":"changed","version":"1.0.0"}');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

// A folder stands in for a package: npm packs it without any network, by the way that is taken when the direct one fails.
it('lets through only the pinned hash', { timeout: 60_000 }, async () => {
  const file = join(folder, 'got.tgz');
  await expect(fetchTarball(`file:${folder}`, 'pinned', file)).rejects.toThrow(/is not the file that was pinned/);
  expect(readFileSync(file).length).toBeGreaterThan(0);
});
