import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCredentials } from '../domain/interop/read-credentials.ts';
import { readCredentialFile } from './credential-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grantdesk-credential-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function sentenceOf(path: string): Promise<string | null> {
  const bytes = await readCredentialFile(path);
  const read = bytes.ok ? readCredentials(bytes.value) : bytes;
  return read.ok ? null : `${read.error.message} ${read.error.hint ?? ''}`;
}

it('gives the bytes, and leaves the file as it was', async () => {
  const path = join(folder, 'some file.dat');
  await writeFile(path, '{"a":1}', { mode: 0o640 });
  const before = await stat(path);
  expect(await readCredentialFile(path)).toEqual({ ok: true, value: new TextEncoder().encode('{"a":1}') });
  const { mode, mtimeMs, ino, size } = await stat(path);
  expect({ mode, mtimeMs, ino, size }).toEqual({ mode: before.mode, mtimeMs: before.mtimeMs, ino: before.ino, size: before.size });
});

it('says of everything else in one sentence what it is', async () => {
  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  const link = join(folder, 'link');
  await symlink(await file('target', '{}'), link);
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(await Promise.all([link, folder, pipe, join(folder, 'gone')].map(sentenceOf))).toEqual([
    'That is a link to a file. Choose the file it leads to.',
    'That is a folder. Choose the file in which the other program keeps its tokens.',
    'That is not a file. Choose the file in which the other program keeps its tokens.',
    'The file is not there any more. Choose it again.',
  ]);
  const huge = await file('huge', new Uint8Array(6 * 1024 * 1024).fill(0x20));
  expect(await sentenceOf(huge)).toMatch(/larger than 5 MB/);
  expect(await sentenceOf(await file('empty', ''))).toMatch(/is empty/);
  expect(await sentenceOf(await file('cut', '{"access_token": "ya29'))).toMatch(/ends in the middle/);
  expect(await sentenceOf(await file('binary', Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 256)))).toMatch(/is not text/);
  expect(await sentenceOf(await file('pickle', Uint8Array.from([0x80, 4, 0x95, 1, 2, 3, 0x2e])))).toMatch(/Python pickle/);
});
