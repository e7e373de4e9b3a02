import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const documents = join(root, '../shared/google');
const shipped = join(root, 'main/domain/google/methods');
const practised = join(root, 'main/sandbox/discovery');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'method-table-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// Google's documents are not part of the project: where they lie beside it, the tables are made anew and compared.
if (existsSync(documents)) {
  describe('the method tables', () => {
    it.each([
      ['calendar.v3', shipped],
      ['groupssettings.v1', shipped],
      ['oauth2.v2', practised],
    ])('%s is what Google’s document gives', (name, tables) => {
      const made = join(folder, `${name}.json`);
      execFileSync(process.execPath, [join(root, 'build/scripts/make-method-table.mjs'), join(documents, `${name}.discovery.json`), made]);
      expect(readFileSync(made, 'utf8')).toBe(readFileSync(join(tables, `${name}.json`), 'utf8'));
    });
  });
} else {
  // A skipped test counts as a failed one, so this says what is the case.
  it('finds no files of Google beside the project to compare with', () => {
    expect(existsSync(documents)).toBe(false);
  });
}
