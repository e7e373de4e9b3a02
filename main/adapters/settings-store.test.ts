import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsStore } from './settings-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DEFAULTS = { openConsentIn: 'app-window', theme: 'system', ssoHosts: [], remindBeforeEnd: true, sweepFolders: [], letScripts: false, mode: 'google', windowBounds: null };

describe('SettingsStore', () => {
  it('starts with defaults, writes nothing by itself, and keeps what is set', async () => {
    const first = await SettingsStore.open(folder);
    expect(first.get()).toEqual(DEFAULTS);
    expect(readdirSync(folder)).toEqual([]);
    const bounds = { x: -5, y: 0, width: 900, height: 700, maximized: false };
    await Promise.all([first.update({ theme: 'dark' }), first.update({ windowBounds: bounds }), first.update({ ssoHosts: ['sso.example.com'] })]);
    const second = await SettingsStore.open(folder);
    expect(second.get()).toEqual({ ...DEFAULTS, theme: 'dark', windowBounds: bounds, ssoHosts: ['sso.example.com'] });
  });

  it('replaces a value it does not know by that setting’s default', async () => {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ theme: 'sepia', openConsentIn: 'browser', windowBounds: { x: 1 } }));
    expect((await SettingsStore.open(folder)).get()).toEqual({ ...DEFAULTS, openConsentIn: 'browser' });
  });

  it('takes the backup of a torn file, keeps a copy, and can write again', async () => {
    const first = await SettingsStore.open(folder);
    await first.update({ theme: 'light' });
    await first.update({ openConsentIn: 'browser' });
    writeFileSync(join(folder, 'settings.json'), '{"theme":');
    const second = await SettingsStore.open(folder);
    expect(second.get()).toEqual({ ...DEFAULTS, theme: 'light' });
    expect(readdirSync(folder).filter((name) => name.includes('.corrupt-'))).toHaveLength(1);
    await second.update({ theme: 'dark' });
    expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toMatchObject({ theme: 'dark' });
  });
});
