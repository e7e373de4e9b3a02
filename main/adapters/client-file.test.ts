import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClientFile } from './client-file.ts';

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'grantdesk-client-file-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('reading a client file', () => {
  it('gives its text, also behind a link and with spaces in its name', async () => {
    const path = await file('client secret ☂.json', '{"installed":{}}');
    const link = join(folder, 'link.json');
    await symlink(path, link);
    for (const one of [path, link]) expect(await readClientFile(one)).toEqual({ ok: true, value: '{"installed":{}}' });
    expect(await readClientFile(await file('empty.json', ''))).toEqual({ ok: true, value: '' });
  });

  it('says too large without reading on', async () => {
    const path = await file('large.json', 'x'.repeat(9 * 1024 * 1024));
    expect(await readClientFile(path)).toMatchObject({ ok: false, error: { code: 'client-file-too-large' } });
  });

  it('takes exactly the limit', async () => {
    const path = await file('limit.json', 'x'.repeat(1024 * 1024));
    expect(await readClientFile(path)).toMatchObject({ ok: true });
  });

  it('refuses folders, pipes, devices and what is not there', async () => {
    const pipe = join(folder, 'pipe.json');
    execFileSync('mkfifo', [pipe]);
    for (const path of [folder, pipe, '/dev/zero', join(folder, 'gone.json')]) {
      expect(await readClientFile(path), path).toMatchObject({ ok: false, error: { code: 'client-file-unreadable' } });
    }
  });

  it('passes on that bytes are no text', async () => {
    const path = await file('bytes.json', Uint8Array.of(0x7b, 0xff, 0xc0));
    expect(await readClientFile(path)).toMatchObject({ ok: false, error: { code: 'client-file-not-text' } });
  });
});
