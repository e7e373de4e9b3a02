import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdcPlace } from './adc-place.ts';

const NAME = 'application_default_credentials.json';
const AT = Date.UTC(2026, 10, 26, 14, 3, 58);
const BACKUP = `${NAME}.20261126T140358.backup`;
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'grantdesk-adc-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const place = (env: Record<string, string> = {}): AdcPlace => new AdcPlace({ env, home, platform: 'linux', now: () => AT });

describe('the place of gcloud’s application default credentials', () => {
  it('is that of gcloud on each system, and moves with its configuration', () => {
    const path = (platform: NodeJS.Platform, env: Record<string, string>): string => new AdcPlace({ env, home: '/h', platform, now: () => 0 }).path;
    expect(path('linux', {})).toBe(`/h/.config/gcloud/${NAME}`);
    expect(path('darwin', { CLOUDSDK_CONFIG: '' })).toBe(`/h/.config/gcloud/${NAME}`);
    expect(path('linux', { CLOUDSDK_CONFIG: '/elsewhere' })).toBe(`/elsewhere/${NAME}`);
    expect(path('win32', { APPDATA: '/roaming' })).toBe(`/roaming/gcloud/${NAME}`);
  });

  it('is made where there was none, for its owner only', async () => {
    const adc = place();
    expect(await adc.read()).toEqual({ ok: true, value: null });
    expect(await adc.write('{"a":1}')).toEqual({ ok: true, value: null });
    expect(await readFile(adc.path, 'utf8')).toBe('{"a":1}');
    expect((await stat(adc.path)).mode & 0o777).toBe(0o600);
  });

  it('keeps a copy of what lay there, for its owner only, also where the old file was open to all', async () => {
    const adc = place({ CLOUDSDK_CONFIG: home });
    await writeFile(adc.path, 'before', { mode: 0o644 });
    expect(await adc.write('after')).toEqual({ ok: true, value: join(home, BACKUP) });
    expect(await Promise.all([adc.path, join(home, BACKUP)].map(async (path) => [await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]))).toEqual([
      ['after', 0o600],
      ['before', 0o600],
    ]);
    expect((await readdir(home)).toSorted()).toEqual([NAME, BACKUP]);
  });

  it('changes nothing when the copy cannot be made', async () => {
    const adc = place({ CLOUDSDK_CONFIG: home });
    await writeFile(adc.path, 'before');
    await mkdir(join(home, BACKUP));
    expect(await adc.write('after')).toMatchObject({ ok: false, error: { code: 'adc-not-backed-up' } });
    expect(await readFile(adc.path, 'utf8')).toBe('before');
  });

  it('is left alone where something too large to be a credential lies: its copy would be cut', async () => {
    const adc = place({ CLOUDSDK_CONFIG: home });
    await writeFile(adc.path, new Uint8Array(6 * 1024 * 1024));
    expect(await adc.write('after')).toMatchObject({ ok: false, error: { code: 'adc-not-backed-up' } });
    expect((await stat(adc.path)).size).toBe(6 * 1024 * 1024);
    expect(await readdir(home)).toEqual([NAME]);
  });

  it('is left alone where a link or a folder lies', async () => {
    const adc = place({ CLOUDSDK_CONFIG: home });
    const other = join(home, 'other');
    await writeFile(other, 'before');
    await symlink(other, adc.path);
    expect(await adc.write('after')).toMatchObject({ ok: false, error: { code: 'credential-file-unreadable' } });
    expect(await readFile(other, 'utf8')).toBe('before');
  });
});
