import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFile } from './store-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('StoreFile', () => {
  it('writes compact JSON, 0600, in a folder of 0700, with the previous content beside it', async () => {
    const file = new StoreFile(join(folder, 'deep'), 'one');
    expect(await file.read()).toEqual({ kind: 'absent' });
    await file.write({ 'me@example.com': 1 });
    expect(await file.readBackup()).toEqual({ kind: 'absent' });
    await file.write({ 'me@example.com': 2 });
    expect(readFileSync(file.path, 'utf8')).toBe('{"me@example.com":2}');
    expect(await file.readBackup()).toEqual({ kind: 'json', value: { 'me@example.com': 1 } });
    expect((statSync(file.path).mode & 0o777).toString(8)).toBe('600');
    expect((statSync(join(folder, 'deep')).mode & 0o777).toString(8)).toBe('700');
    expect(readdirSync(join(folder, 'deep')).sort()).toEqual(['one.json', 'one.json.bak']);
  });

  it('tightens a folder that others could read', async () => {
    const open = join(folder, 'open');
    mkdirSync(open);
    chmodSync(open, 0o755);
    await new StoreFile(open, 'one').write({ a: 1 });
    expect((statSync(open).mode & 0o777).toString(8)).toBe('700');
  });

  it('reverts the last write, and a first write to nothing', async () => {
    const file = new StoreFile(folder, 'one');
    await file.write({ a: 1 });
    await file.revert();
    expect(await file.read()).toEqual({ kind: 'absent' });
    await file.write({ a: 1 });
    await file.write({ a: 2 });
    await file.revert();
    expect(await file.read()).toEqual({ kind: 'json', value: { a: 1 } });
    await file.write({ a: 3 });
    await file.write({ a: 4 });
    expect(await file.readBackup()).toEqual({ kind: 'json', value: { a: 3 } });
  });

  it('writes over a torn file after a copy of it was kept, and never makes it the backup', async () => {
    const file = new StoreFile(folder, 'one');
    await file.write({ a: 1 });
    await file.write({ a: 2 });
    writeFileSync(file.path, '{"a":');
    expect(await file.read()).toEqual({ kind: 'unreadable', reason: 'not JSON' });
    await file.write({ a: 3 });
    expect(await file.read()).toEqual({ kind: 'json', value: { a: 3 } });
    expect(await file.readBackup()).toEqual({ kind: 'json', value: { a: 1 } });
    const [copy] = readdirSync(folder).filter((name) => name.startsWith('one.json.corrupt-'));
    expect(readFileSync(join(folder, copy ?? ''), 'utf8')).toBe('{"a":');
  });

  it('keeps one copy of the same damage, however often it is set aside', async () => {
    const file = new StoreFile(folder, 'one');
    writeFileSync(file.path, 'torn');
    await file.setAside();
    await file.setAside();
    expect(readdirSync(folder).filter((name) => name.includes('.corrupt-'))).toHaveLength(1);
    await file.remove({ copies: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays whole when the environment says that this is a snap', async () => {
    process.env['SNAP'] = '/snap/x/1';
    try {
      const file = new StoreFile(folder, 'one');
      await file.write({ a: 1 });
      const before = statSync(file.path).ino;
      await file.write({ a: 2 });
      // Another inode: the file was replaced in one step, not written over.
      expect(statSync(file.path).ino).not.toBe(before);
      expect(process.env['SNAP']).toBe('/snap/x/1');
    } finally {
      delete process.env['SNAP'];
    }
  });

  it('says that it cannot write where a file stands in the way', async () => {
    writeFileSync(join(folder, 'blocked'), '');
    const file = new StoreFile(join(folder, 'blocked'), 'one');
    await expect(file.write({ a: 1 })).rejects.toMatchObject({ fault: { code: 'vault-write-failed' } });
  });
});
