import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOwnFile } from './own-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);

describe('writeOwnFile', () => {
  it('writes for the owner only and leaves nothing beside it', async () => {
    expect(await writeOwnFile(at('choir.json'), 'Größe')).toEqual({ ok: true, value: null });
    expect(readFileSync(at('choir.json'), 'utf8')).toBe('Größe');
    expect(readdirSync(folder)).toEqual(['choir.json']);
    if (process.platform !== 'win32') expect(statSync(at('choir.json')).mode & 0o777).toBe(0o600);
  });

  it('replaces a link instead of what it points to', async () => {
    writeFileSync(at('other.txt'), 'stays');
    symlinkSync(at('other.txt'), at('choir.json'));
    await writeOwnFile(at('choir.json'), 'new');
    expect([readFileSync(at('other.txt'), 'utf8'), readFileSync(at('choir.json'), 'utf8')]).toEqual(['stays', 'new']);
  });

  it('says when it cannot, and keeps what was there', async () => {
    mkdirSync(at('taken.json'));
    writeFileSync(at('taken.json/inside'), 'stays');
    for (const path of [at('nowhere/choir.json'), at('taken.json')]) {
      expect(await writeOwnFile(path, 'x')).toMatchObject({ ok: false, error: { code: 'file-not-written' } });
    }
    expect([readdirSync(folder), readFileSync(at('taken.json/inside'), 'utf8')]).toEqual([['taken.json'], 'stays']);
  });
});
