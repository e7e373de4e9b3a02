import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DownloadError } from '../lib/download.mjs';
import { executableName } from './executable.mjs';
import { nameInRuntime } from './fallback.mjs';
import { checkHash } from './npm-tarball.mjs';
import { offline, resolveElectron } from './resolve.mjs';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'grantdesk-cache-'));
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(cache, { recursive: true, force: true });
});

const closed = vi.fn(() => Promise.reject(new DownloadError('releases.example', 'ENOTFOUND')));
const fromNpm = () => Promise.resolve('/runtime');

describe('where Electron comes from', () => {
  it('takes the override before anything else', async () => {
    writeFileSync(join(cache, executableName().split('/')[0] ?? ''), '');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', cache);
    const found = resolveElectron({ cache, fetchRelease: closed, fetchFallback: fromNpm });
    if (process.platform === 'darwin') await expect(found).rejects.toThrow('there is no');
    else await expect(found).resolves.toMatchObject({ kind: 'override', folder: cache });
  });

  it('says so when the override holds no Electron', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', cache);
    await expect(resolveElectron({ cache })).rejects.toThrow(`ELECTRON_OVERRIDE_DIST_PATH is ${cache}, where there is no`);
  });

  it('takes the release where it can be had', async () => {
    const found = await resolveElectron({ cache, fetchRelease: () => Promise.resolve('/release') });
    expect(found).toMatchObject({ kind: 'release', folder: '/release' });
  });

  it('falls back on linux-x64 and does not ask the silent host again', async () => {
    closed.mockClear();
    const options = { cache, fetchRelease: closed, fetchFallback: fromNpm, platform: 'linux-x64', retry: false };
    expect((await resolveElectron(options)).kind).toBe('fallback');
    expect((await resolveElectron(options)).kind).toBe('fallback');
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('asks again when told to, and when the mirror changed', async () => {
    closed.mockClear();
    const options = { cache, fetchRelease: closed, fetchFallback: fromNpm, platform: 'linux-x64', retry: false };
    await resolveElectron(options);
    await resolveElectron({ ...options, retry: true });
    vi.stubEnv('ELECTRON_MIRROR', 'https://mirror.example/');
    await resolveElectron(options);
    expect(closed).toHaveBeenCalledTimes(3);
  });

  it('names the host and the ways out where there is no fallback', async () => {
    const found = resolveElectron({ cache, fetchRelease: closed, platform: 'darwin-arm64', retry: false });
    await expect(found).rejects.toThrow(/releases\.example did not answer .*ELECTRON_MIRROR.*ELECTRON_OVERRIDE_DIST_PATH/);
  });

  it('does not take a broken archive for a closed network', async () => {
    const fetchRelease = () => Promise.reject(new Error('checksum mismatch'));
    await expect(resolveElectron({ cache, fetchRelease, platform: 'linux-x64' })).rejects.toThrow('checksum mismatch');
  });
});

it('explains a failed download in one sentence', () => {
  expect(offline('1.2.3', { host: 'h.example', reason: 'ETIMEDOUT' })).toBe(
    'Electron 1.2.3 could not be downloaded because h.example did not answer (ETIMEDOUT): ' +
      'set ELECTRON_MIRROR or a proxy (HTTPS_PROXY), or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  );
});

it('refuses a tarball that is not the pinned one', () => {
  expect(() => checkHash('a@1', 'other', 'pinned')).toThrow('a@1 is not the file that was pinned (sha512 other)');
  expect(() => checkHash('a@1', 'pinned', 'pinned')).not.toThrow();
});

it.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/locales/en-US.pak', 'locales/en-US.pak'],
  ['Cypress/resources/app/index.js', undefined],
  ['Cypress/resources/app-update.yml', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['elsewhere', undefined],
])('keeps of the archive what makes an Electron: %s', (name, wanted) => {
  expect(nameInRuntime(name)).toBe(wanted);
});
