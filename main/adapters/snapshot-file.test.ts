import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_SNAPSHOT_FILE_BYTES } from '../domain/groups/snapshot.ts';
import { readSnapshotFile } from './snapshot-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshot-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);

describe('readSnapshotFile', () => {
  it('gives the text', async () => {
    writeFileSync(at('a.json'), '{"Größe":1}');
    expect(await readSnapshotFile(at('a.json'))).toEqual({ ok: true, value: '{"Größe":1}' });
  });

  it('has one sentence for each thing that is none', async () => {
    writeFileSync(at('real.json'), '{}');
    symlinkSync(at('real.json'), at('link.json'));
    writeFileSync(at('picture.json'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]));
    writeFileSync(at('huge.json'), Buffer.alloc(MAX_SNAPSHOT_FILE_BYTES + 1, 'x'));
    const refused: [string, string, RegExp][] = [
      [at('gone.json'), 'snapshot-file-unreadable', /not there/],
      [folder, 'snapshot-file-unreadable', /not a file/],
      [at('link.json'), 'snapshot-file-unreadable', /link/],
      [at('picture.json'), 'snapshot-file-not-json', /not text/],
      [at('huge.json'), 'snapshot-file-too-large', /1 MB/],
    ];
    for (const [path, code, message] of refused) {
      expect(await readSnapshotFile(path), path).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) as string } });
    }
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [at('pipe.json')]);
    expect(await readSnapshotFile(at('pipe.json'))).toMatchObject({ ok: false, error: { code: 'snapshot-file-unreadable' } });
  });
});
