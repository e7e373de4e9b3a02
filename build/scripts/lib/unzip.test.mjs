import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unzip } from './unzip.mjs';

let base = '';
let folder = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'grantdesk-unzip-'));
  folder = join(base, 'a', 'b', 'folder');
  mkdirSync(folder, { recursive: true });
});
afterEach(() => rm(base, { recursive: true, force: true }));

/**
 * The smallest zip there can be: stored, not compressed.
 * @param {{ name: string, text: string, link?: boolean }[]} entries
 */
function zipOf(entries) {
  const bodies = [];
  const heads = [];
  let at = 0;
  for (const { name, text, link = false } of entries) {
    const names = Buffer.from(name);
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(names.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((link ? 0o120777 : 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, names, data]);
    // Made by Unix (3), so that the mode counts.
    heads.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, rest, names]));
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  const file = join(base, 'archive.zip');
  writeFileSync(file, Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end]));
  return file;
}

it('unpacks files and links', async () => {
  await unzip(zipOf([{ name: 'Versions/A/lib', text: 'x' }, { name: 'Versions/Current', text: 'A', link: true }]), folder);
  expect(readFileSync(join(folder, 'Versions/Current/lib'), 'utf8')).toBe('x');
  expect(readlinkSync(join(folder, 'Versions/Current'))).toBe('A');
});

it.each([
  ['a name', [{ name: '../evil', text: 'x' }]],
  ['a link', [{ name: 'out', text: '../..', link: true }]],
  ['a file in place of a link', [{ name: 'here', text: 'there', link: true }, { name: 'here', text: 'x' }]],
  [
    'two links that are harmless one by one',
    [
      { name: 'q/file', text: 'x' },
      { name: 'x/y/z', text: '../../q', link: true },
      { name: 'x/y/z/up', text: '../..', link: true },
      { name: 'x/y/z/up/evil', text: 'x' },
    ],
  ],
])('writes nothing outside by way of %s', async (_name, entries) => {
  await expect(unzip(zipOf(entries), folder)).rejects.toThrow();
  for (const outside of [base, join(base, 'a'), join(base, 'a', 'b')]) expect(existsSync(join(outside, 'evil'))).toBe(false);
});
