import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheFolder } from './cache-folder.ts';

const name = '0123456789abcdef-fedcba9876543210';
let parent: string;
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'cache-'))));
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);

describe('the cache folder', () => {
  it('is there from the first write on, private, with private files', async () => {
    const folder = join(parent, 'cache');
    const files = new CacheFolder(folder);
    expect(await files.names()).toEqual([]);
    expect(await files.read(name)).toBeNull();
    await files.write(name, bytes(1, 2, 3));
    await files.write(name, bytes(4));
    expect(await files.read(name)).toEqual(bytes(4));
    expect(await files.names()).toEqual([name]);
    expect(readdirSync(folder)).toEqual([`${name}.bin`]);
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(statSync(join(folder, `${name}.bin`)).mode & 0o777).toBe(0o600);
    }
    await files.remove(name);
    await files.remove(name);
    expect(await files.names()).toEqual([]);
  });

  it('sweeps once: later a half-written file may be a write in progress', async () => {
    const files = new CacheFolder(parent);
    expect(await files.names()).toEqual([]);
    writeFileSync(join(parent, `${name}.bin.new`), 'half');
    expect(await files.names()).toEqual([]);
    expect(readdirSync(parent)).toEqual([`${name}.bin.new`]);
  });

  it('sweeps what a kill left half-written, and leaves alone what is not its own', async () => {
    const files = new CacheFolder(parent);
    writeFileSync(join(parent, `${name}.bin.new`), 'half');
    writeFileSync(join(parent, 'notes.txt'), 'mine');
    expect(await files.names()).toEqual([]);
    expect(readdirSync(parent)).toEqual(['notes.txt']);
  });

  it('says why it cannot write, and leaves what was there', async () => {
    const files = new CacheFolder(parent);
    await files.write(name, bytes(1));
    // A folder in the way of the temporary file: as good as a full disk, for root too.
    const blocked = new CacheFolder(join(parent, `${name}.bin`, 'below'));
    await expect(blocked.write(name, bytes(2))).rejects.toMatchObject({ fault: { code: 'vault-write-failed' } });
    expect(readFileSync(join(parent, `${name}.bin`))).toEqual(Buffer.from([1]));
  });
});
